{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}是哪一家 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
<script type="module" src="/js/complaint.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main">
	{{#ERRORS}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">还差一点</h2>
		<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
			{{#FACILITY_MISSING}}<li><a href="#q">请选一家机构，或写下在哪里</a></li>{{/FACILITY_MISSING}}
			{{#FACILITY_MALFORMED}}<li><a href="#q">没有认出这家机构，请重新找一下</a></li>{{/FACILITY_MALFORMED}}
			{{#PLACE_OUT_OF_RANGE}}<li><a href="#place">地点请写 2 到 200 个字</a></li>{{/PLACE_OUT_OF_RANGE}}
			{{#PLACE_MALFORMED}}<li><a href="#place">地点里有不能用的字符</a></li>{{/PLACE_MALFORMED}}
			{{#Q_MALFORMED}}<li><a href="#q">找的文字里有不能用的字符</a></li>{{/Q_MALFORMED}}
			{{#Q_OUT_OF_RANGE}}<li><a href="#q">找的文字太长了</a></li>{{/Q_OUT_OF_RANGE}}
		</ul></div>
	</div></div>
	{{/ERRORS}}
	<p class="govuk-caption-m">第 2 步，共 7 步</p>
	<form action="/complaint" method="post" novalidate data-draft>
		{{#CARRIED}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">{{/CARRIED}}
		<input type="hidden" name="step" value="facility">
		<h1 class="govuk-heading-l">是哪一家？</h1>
		{{#IF_FACILITY_NAME}}
		<div class="govuk-inset-text">已选：<strong>{{FACILITY_NAME}}</strong>，{{FACILITY_ADDRESS}}{{#NOT_SEARCHED}}<input type="hidden" name="facility" value="{{FACILITY}}">{{/NOT_SEARCHED}}</div>
		{{/IF_FACILITY_NAME}}
		<div class="govuk-form-group{{#FACILITY_MISSING}} govuk-form-group--error{{/FACILITY_MISSING}}">
			<label class="govuk-label govuk-label--s" for="q">按名称、路名或拼音找</label>
			{{#FACILITY_MISSING}}<p class="govuk-error-message" id="q-error-0"><span class="govuk-visually-hidden">错误：</span>请选一家机构，或写下在哪里</p>{{/FACILITY_MISSING}}
			{{#FACILITY_MALFORMED}}<p class="govuk-error-message" id="q-error-1"><span class="govuk-visually-hidden">错误：</span>没有认出这家机构，请重新找一下</p>{{/FACILITY_MALFORMED}}
			{{#Q_MALFORMED}}<p class="govuk-error-message" id="q-error-4"><span class="govuk-visually-hidden">错误：</span>找的文字里有不能用的字符</p>{{/Q_MALFORMED}}
			{{#Q_OUT_OF_RANGE}}<p class="govuk-error-message" id="q-error-5"><span class="govuk-visually-hidden">错误：</span>找的文字太长了</p>{{/Q_OUT_OF_RANGE}}
			<div class="search-line"><input class="govuk-input" id="q" name="q" type="search" value="{{Q}}" maxlength="60" autocomplete="off" data-enter="search"><button type="submit" class="govuk-button govuk-button--secondary" name="go" value="search" id="search">查找</button></div>
		</div>
		{{#SEARCHED}}
		<fieldset class="govuk-fieldset govuk-form-group">
			<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">请选一家</legend>
			<div class="govuk-radios">
				{{#FOUND}}<div class="govuk-radios__item"><input class="govuk-radios__input" id="facility-{{CODE}}" name="facility" type="radio" value="{{CODE}}"><label class="govuk-label govuk-radios__label" for="facility-{{CODE}}">{{NAME}}<span class="found__address">{{ADDRESS}}</span></label></div>
				{{/FOUND}}
			</div>
		</fieldset>
		{{/SEARCHED}}
		{{#NOT_FOUND}}<p class="govuk-body" role="status">没有找到“{{Q}}”。换个写法，或者在下面写地点。</p>{{/NOT_FOUND}}
		<div class="govuk-form-group">
			<label class="govuk-label govuk-label--s" for="place">名单上没有？写下叫什么、在哪里</label>
			<div id="place-hint" class="govuk-hint">例如：武宁路某小区 3 号楼一楼，门口没有招牌</div>
			{{#PLACE_OUT_OF_RANGE}}<p class="govuk-error-message" id="place-error-2"><span class="govuk-visually-hidden">错误：</span>地点请写 2 到 200 个字</p>{{/PLACE_OUT_OF_RANGE}}
			{{#PLACE_MALFORMED}}<p class="govuk-error-message" id="place-error-3"><span class="govuk-visually-hidden">错误：</span>地点里有不能用的字符</p>{{/PLACE_MALFORMED}}
			<input class="govuk-input" id="place" name="place" value="{{PLACE}}" maxlength="200" aria-describedby="place-hint">
		</div>
		<div class="govuk-button-group">
			<button type="submit" class="govuk-button" name="go" value="continue">继续</button>
			<button type="submit" class="govuk-button govuk-button--secondary" name="go" value="back">上一步</button>
		</div>
	</form>
</main>
</div>
{{>FOOTER}}
