{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}要不要留下联系方式 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
<script type="module" src="/js/complaint.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	{{#ERRORS}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">还差一点</h2>
		<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
			{{#ANONYMOUS_MISSING}}<li><a href="#anonymous">请选一项：是否留下联系方式</a></li>{{/ANONYMOUS_MISSING}}
			{{#CONTACT_NAME_MISSING}}<li><a href="#contact_name">请写怎么称呼您</a></li>{{/CONTACT_NAME_MISSING}}
			{{#CONTACT_NAME_OUT_OF_RANGE}}<li><a href="#contact_name">称呼最多 {{CONTACT_NAME_MOST}} 字，现在 {{CONTACT_NAME_LENGTH}} 字</a></li>{{/CONTACT_NAME_OUT_OF_RANGE}}
			{{#CONTACT_NAME_MALFORMED}}<li><a href="#contact_name">称呼里有不能用的字符</a></li>{{/CONTACT_NAME_MALFORMED}}
			{{#CONTACT_PHONE_MISSING}}<li><a href="#contact_phone">请留电话或其他联系方式</a></li>{{/CONTACT_PHONE_MISSING}}
			{{#CONTACT_PHONE_OUT_OF_RANGE}}<li><a href="#contact_phone">电话号码的长度不对</a></li>{{/CONTACT_PHONE_OUT_OF_RANGE}}
			{{#CONTACT_PHONE_MALFORMED}}<li><a href="#contact_phone">电话里有不能用的字符</a></li>{{/CONTACT_PHONE_MALFORMED}}
			{{#CONTACT_OTHER_OUT_OF_RANGE}}<li><a href="#contact_other">其他联系方式最多 {{CONTACT_OTHER_MOST}} 字，现在 {{CONTACT_OTHER_LENGTH}} 字</a></li>{{/CONTACT_OTHER_OUT_OF_RANGE}}
			{{#CONTACT_OTHER_MALFORMED}}<li><a href="#contact_other">联系方式里有不能用的字符</a></li>{{/CONTACT_OTHER_MALFORMED}}
		</ul></div>
	</div></div>
	{{/ERRORS}}
	<p class="govuk-caption-m">第 6 步，共 7 步</p>
	<form id="page-form" action="/complaint" method="post" novalidate data-draft>
		{{#CARRIED}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">{{/CARRIED}}
		<input type="hidden" name="step" value="contact">
		<div class="govuk-form-group{{#ANONYMOUS_MISSING}} govuk-form-group--error{{/ANONYMOUS_MISSING}}">
			<fieldset class="govuk-fieldset">
			<legend class="govuk-fieldset__legend govuk-fieldset__legend--l"><h1 class="govuk-fieldset__heading">要不要留下联系方式？</h1></legend>
			<div class="govuk-hint">两种都会办。不留也能凭回执码收答复。{{#KIND_IS_CONSUMER}}费用纠纷要调解的，需要姓名和电话才能受理。{{/KIND_IS_CONSUMER}}</div>
			{{#ANONYMOUS_MISSING}}<p class="govuk-error-message" id="anonymous-error-0"><span class="govuk-visually-hidden">错误：</span>请选一项：是否留下联系方式</p>{{/ANONYMOUS_MISSING}}
			<div class="govuk-radios">
				<div class="govuk-radios__item"><input class="govuk-radios__input" id="anonymous" name="anonymous" type="radio" value="1"{{#ANONYMOUS_IS_1}} checked{{/ANONYMOUS_IS_1}}><label class="govuk-label govuk-radios__label" for="anonymous">不留，匿名</label></div>
				<div class="govuk-radios__item"><input class="govuk-radios__input" id="anonymous-2" name="anonymous" type="radio" value="0"{{#ANONYMOUS_IS_0}} checked{{/ANONYMOUS_IS_0}}><label class="govuk-label govuk-radios__label" for="anonymous-2">留下，写在下面</label></div>
			</div>
			</fieldset>
		</div>
		<fieldset class="govuk-fieldset">
		<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">联系方式（匿名不用填）</legend>
		<div class="govuk-form-group{{#CONTACT_NAME_MISSING}} govuk-form-group--error{{/CONTACT_NAME_MISSING}}">
			<label class="govuk-label" for="contact_name">怎么称呼您</label>
			{{#CONTACT_NAME_MISSING}}<p class="govuk-error-message" id="contact_name-error-1"><span class="govuk-visually-hidden">错误：</span>请写怎么称呼您</p>{{/CONTACT_NAME_MISSING}}
			{{#CONTACT_NAME_OUT_OF_RANGE}}<p class="govuk-error-message" id="contact_name-error-2"><span class="govuk-visually-hidden">错误：</span>称呼最多 {{CONTACT_NAME_MOST}} 字，现在 {{CONTACT_NAME_LENGTH}} 字</p>{{/CONTACT_NAME_OUT_OF_RANGE}}
			{{#CONTACT_NAME_MALFORMED}}<p class="govuk-error-message" id="contact_name-error-3"><span class="govuk-visually-hidden">错误：</span>称呼里有不能用的字符</p>{{/CONTACT_NAME_MALFORMED}}
			<input class="govuk-input" id="contact_name" name="contact_name" value="{{CONTACT_NAME}}" aria-describedby="contact_name-count" data-most="50" data-counter="contact_name-count" autocomplete="name"><p class="govuk-hint count" id="contact_name-count" data-left="还可以写 # 字" data-over="多了 # 字，请删短" role="status">最多 50 字</p>
		</div>
		<div class="govuk-form-group{{#CONTACT_PHONE_MISSING}} govuk-form-group--error{{/CONTACT_PHONE_MISSING}}">
			<label class="govuk-label" for="contact_phone">电话</label>
			{{#CONTACT_PHONE_MISSING}}<p class="govuk-error-message" id="contact_phone-error-4"><span class="govuk-visually-hidden">错误：</span>请留电话或其他联系方式</p>{{/CONTACT_PHONE_MISSING}}
			{{#CONTACT_PHONE_OUT_OF_RANGE}}<p class="govuk-error-message" id="contact_phone-error-5"><span class="govuk-visually-hidden">错误：</span>电话号码的长度不对</p>{{/CONTACT_PHONE_OUT_OF_RANGE}}
			{{#CONTACT_PHONE_MALFORMED}}<p class="govuk-error-message" id="contact_phone-error-6"><span class="govuk-visually-hidden">错误：</span>电话里有不能用的字符</p>{{/CONTACT_PHONE_MALFORMED}}
			<input class="govuk-input" id="contact_phone" name="contact_phone" type="tel" value="{{CONTACT_PHONE}}" maxlength="30" autocomplete="tel">
		</div>
		<div class="govuk-form-group">
			<label class="govuk-label" for="contact_other">微信或邮箱（可以不写）</label>
			{{#CONTACT_OTHER_OUT_OF_RANGE}}<p class="govuk-error-message" id="contact_other-error-7"><span class="govuk-visually-hidden">错误：</span>其他联系方式最多 {{CONTACT_OTHER_MOST}} 字，现在 {{CONTACT_OTHER_LENGTH}} 字</p>{{/CONTACT_OTHER_OUT_OF_RANGE}}
			{{#CONTACT_OTHER_MALFORMED}}<p class="govuk-error-message" id="contact_other-error-8"><span class="govuk-visually-hidden">错误：</span>联系方式里有不能用的字符</p>{{/CONTACT_OTHER_MALFORMED}}
			<input class="govuk-input" id="contact_other" name="contact_other" value="{{CONTACT_OTHER}}" aria-describedby="contact_other-count" data-most="100" data-counter="contact_other-count"><p class="govuk-hint count" id="contact_other-count" data-left="还可以写 # 字" data-over="多了 # 字，请删短" role="status">最多 100 字</p>
		</div>
		</fieldset>
		<fieldset class="govuk-fieldset govuk-form-group">
			<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">怎样答复您（匿名不用选）</legend>
			<div class="govuk-radios">
				<div class="govuk-radios__item"><input class="govuk-radios__input" id="reply_by" name="reply_by" type="radio" value="receipt"{{#REPLY_BY_IS_RECEIPT}} checked{{/REPLY_BY_IS_RECEIPT}}><label class="govuk-label govuk-radios__label" for="reply_by">我用回执码自己看</label></div>
				<div class="govuk-radios__item"><input class="govuk-radios__input" id="reply_by-2" name="reply_by" type="radio" value="phone"{{#REPLY_BY_IS_PHONE}} checked{{/REPLY_BY_IS_PHONE}}><label class="govuk-label govuk-radios__label" for="reply_by-2">也请打电话给我</label></div>
			</div>
		</fieldset>
		<div class="govuk-button-group">
			<button type="submit" class="govuk-button" name="go" value="continue">继续</button>
			<button type="submit" class="govuk-button govuk-button--secondary" name="go" value="back">上一步</button>
		</div>
	</form>
</main>
</div>
{{>FOOTER}}
