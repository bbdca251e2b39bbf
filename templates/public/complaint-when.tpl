{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}什么时候的事 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
<script type="module" src="/js/complaint.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	{{#ERRORS}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">还差一点</h2>
		<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
			{{#GOING_ON_MISSING}}<li><a href="#going_on">请选一项：现在还在发生吗</a></li>{{/GOING_ON_MISSING}}
			{{#GOING_ON_MALFORMED}}<li><a href="#going_on">请选一项：现在还在发生吗</a></li>{{/GOING_ON_MALFORMED}}
			{{#HAPPENED_OUT_OF_RANGE}}<li><a href="#happened">时间最多 {{HAPPENED_MOST}} 字，现在 {{HAPPENED_LENGTH}} 字</a></li>{{/HAPPENED_OUT_OF_RANGE}}
			{{#HAPPENED_MALFORMED}}<li><a href="#happened">时间里有不能用的字符</a></li>{{/HAPPENED_MALFORMED}}
		</ul></div>
	</div></div>
	{{/ERRORS}}
	<p class="govuk-caption-m">第 4 步，共 7 步</p>
	<form id="page-form" action="/complaint" method="post" novalidate data-draft>
		{{#CARRIED}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">{{/CARRIED}}
		<input type="hidden" name="step" value="when">
		<h1 class="govuk-heading-l">什么时候的事？</h1>
		<div class="govuk-form-group">
			<label class="govuk-label govuk-label--s" for="happened">大约什么时候（可以不写）</label>
			<div id="happened-hint" class="govuk-hint">例如：11 月 20 日下午，或者最近两个星期</div>
			{{#HAPPENED_OUT_OF_RANGE}}<p class="govuk-error-message" id="happened-error-2"><span class="govuk-visually-hidden">错误：</span>时间最多 {{HAPPENED_MOST}} 字，现在 {{HAPPENED_LENGTH}} 字</p>{{/HAPPENED_OUT_OF_RANGE}}
			{{#HAPPENED_MALFORMED}}<p class="govuk-error-message" id="happened-error-3"><span class="govuk-visually-hidden">错误：</span>时间里有不能用的字符</p>{{/HAPPENED_MALFORMED}}
			<input class="govuk-input" id="happened" name="happened" value="{{HAPPENED}}" data-most="100" data-counter="happened-count" aria-describedby="happened-hint happened-count"><p class="govuk-hint count" id="happened-count" data-left="还可以写 # 字" data-over="多了 # 字，请删短" role="status">最多 100 字</p>
		</div>
		<div class="govuk-form-group{{#GOING_ON_MISSING}} govuk-form-group--error{{/GOING_ON_MISSING}}">
			<fieldset class="govuk-fieldset">
			<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">现在还在发生吗？</legend>
			{{#GOING_ON_MISSING}}<p class="govuk-error-message" id="going_on-error-0"><span class="govuk-visually-hidden">错误：</span>请选一项：现在还在发生吗</p>{{/GOING_ON_MISSING}}
			{{#GOING_ON_MALFORMED}}<p class="govuk-error-message" id="going_on-error-1"><span class="govuk-visually-hidden">错误：</span>请选一项：现在还在发生吗</p>{{/GOING_ON_MALFORMED}}
			<div class="govuk-radios">
				<div class="govuk-radios__item"><input class="govuk-radios__input" id="going_on" name="going_on" type="radio" value="yes"{{#GOING_ON_IS_YES}} checked{{/GOING_ON_IS_YES}}><label class="govuk-label govuk-radios__label" for="going_on">还在发生</label></div>
				<div class="govuk-radios__item"><input class="govuk-radios__input" id="going_on-2" name="going_on" type="radio" value="no"{{#GOING_ON_IS_NO}} checked{{/GOING_ON_IS_NO}}><label class="govuk-label govuk-radios__label" for="going_on-2">已经过去了</label></div>
				<div class="govuk-radios__item"><input class="govuk-radios__input" id="going_on-3" name="going_on" type="radio" value="unknown"{{#GOING_ON_IS_UNKNOWN}} checked{{/GOING_ON_IS_UNKNOWN}}><label class="govuk-label govuk-radios__label" for="going_on-3">不清楚</label></div>
			</div>
			</fieldset>
		</div>
		<div class="govuk-button-group">
			<button type="submit" class="govuk-button" name="go" value="continue">继续</button>
			<button type="submit" class="govuk-button govuk-button--secondary" name="go" value="back">上一步</button>
		</div>
	</form>
</main>
</div>
{{>FOOTER}}
