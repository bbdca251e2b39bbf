{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}发生了什么 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
<script type="module" src="/js/complaint.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	{{#ERRORS}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">还差一点</h2>
		<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
			{{#STORY_MISSING}}<li><a href="#story">请写下发生了什么</a></li>{{/STORY_MISSING}}
			{{#STORY_OUT_OF_RANGE}}<li><a href="#story">发生了什么要 {{STORY_LEAST}} 到 {{STORY_MOST}} 字，现在 {{STORY_LENGTH}} 字</a></li>{{/STORY_OUT_OF_RANGE}}
			{{#STORY_MALFORMED}}<li><a href="#story">文字里有不能用的字符</a></li>{{/STORY_MALFORMED}}
			{{#WISH_OUT_OF_RANGE}}<li><a href="#wish">希望怎样解决最多 {{WISH_MOST}} 字，现在 {{WISH_LENGTH}} 字</a></li>{{/WISH_OUT_OF_RANGE}}
			{{#WISH_MALFORMED}}<li><a href="#wish">文字里有不能用的字符</a></li>{{/WISH_MALFORMED}}
		</ul></div>
	</div></div>
	{{/ERRORS}}
	<p class="govuk-caption-m">第 3 步，共 7 步</p>
	<form id="page-form" action="/complaint" method="post" novalidate data-draft>
		{{#CARRIED}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">{{/CARRIED}}
		<input type="hidden" name="step" value="story">
		<div class="govuk-form-group{{#STORY_MISSING}} govuk-form-group--error{{/STORY_MISSING}}{{#STORY_OUT_OF_RANGE}} govuk-form-group--error{{/STORY_OUT_OF_RANGE}}">
			<h1 class="govuk-label-wrapper"><label class="govuk-label govuk-label--l" for="story">发生了什么？</label></h1>
			<div id="story-hint" class="govuk-hint">把看到的、听到的照实写下来。不用写孩子的姓名和身份证号。</div>
			{{#STORY_MISSING}}<p class="govuk-error-message" id="story-error-0"><span class="govuk-visually-hidden">错误：</span>请写下发生了什么</p>{{/STORY_MISSING}}
			{{#STORY_OUT_OF_RANGE}}<p class="govuk-error-message" id="story-error-1"><span class="govuk-visually-hidden">错误：</span>发生了什么要 {{STORY_LEAST}} 到 {{STORY_MOST}} 字，现在 {{STORY_LENGTH}} 字</p>{{/STORY_OUT_OF_RANGE}}
			{{#STORY_MALFORMED}}<p class="govuk-error-message" id="story-error-2"><span class="govuk-visually-hidden">错误：</span>文字里有不能用的字符</p>{{/STORY_MALFORMED}}
			<textarea class="govuk-textarea" id="story" name="story" rows="9" data-most="5000" aria-describedby="story-hint story-count" data-counter="story-count">{{STORY:pre_escape}}</textarea>
			<p class="govuk-hint count" id="story-count" data-left="还可以写 # 字" data-over="多了 # 字，请删短" role="status">最多 5,000 字</p>
		</div>
		<div class="govuk-form-group">
			<label class="govuk-label govuk-label--s" for="wish">希望怎样解决？（可以不写）</label>
			{{#WISH_OUT_OF_RANGE}}<p class="govuk-error-message" id="wish-error-3"><span class="govuk-visually-hidden">错误：</span>希望怎样解决最多 {{WISH_MOST}} 字，现在 {{WISH_LENGTH}} 字</p>{{/WISH_OUT_OF_RANGE}}
			{{#WISH_MALFORMED}}<p class="govuk-error-message" id="wish-error-4"><span class="govuk-visually-hidden">错误：</span>文字里有不能用的字符</p>{{/WISH_MALFORMED}}
			<textarea class="govuk-textarea" id="wish" name="wish" rows="3" aria-describedby="wish-count" data-most="1000" data-counter="wish-count">{{WISH:pre_escape}}</textarea><p class="govuk-hint count" id="wish-count" data-left="还可以写 # 字" data-over="多了 # 字，请删短" role="status">最多 1,000 字</p>
		</div>
		<div class="govuk-button-group">
			<button type="submit" class="govuk-button" name="go" value="continue">继续</button>
			<button type="submit" class="govuk-button govuk-button--secondary" name="go" value="back">上一步</button>
		</div>
	</form>
</main>
</div>
{{>FOOTER}}
