{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}要不要留下联系方式 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
<script type="module" src="/js/complaint.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	{{>ERROR_SUMMARY}}
	<p class="govuk-caption-m">第 6 步，共 7 步</p>
	<form id="page-form" action="/complaint" method="post" novalidate data-draft>
		{{#CARRIED}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">{{/CARRIED}}
		<input type="hidden" name="step" value="contact">
		{{>FIELD_CHOICES name="anonymous" of="radios" label="要不要留下联系方式？" size="l" heading="yes"
			hint="两种都会办。不留也能凭回执码收答复。{{#KIND_IS_CONSUMER}}费用纠纷要调解的，需要姓名和电话才能受理。{{/KIND_IS_CONSUMER}}" | missing="请选一项：是否留下联系方式" out_of_range="请选一项：是否留下联系方式"}}
				{{>RADIO name="anonymous" id="anonymous" value="1" label="不留，匿名"}}
				{{>RADIO name="anonymous" id="anonymous-2" value="0" label="留下，写在下面"}}
		{{>CHOICES_END}}
		<fieldset class="govuk-fieldset">
		<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">联系方式（匿名不用填）</legend>
		{{>FIELD_TEXT name="contact_name" label="怎么称呼您" what="称呼" most="50" attributes='autocomplete="name"' | missing="请写怎么称呼您"}}
		{{>FIELD_TEXT name="contact_phone" label="电话" type="tel" attributes='maxlength="30" autocomplete="tel"' | missing="请留电话或其他联系方式" out_of_range="电话号码的长度不对"}}
		{{>FIELD_TEXT name="contact_other" label="微信或邮箱（可以不写）" what="联系方式" most="100" | out_of_range="其他联系方式最多 {{CONTACT_OTHER_MOST}} 字，现在 {{CONTACT_OTHER_LENGTH}} 字"}}
		</fieldset>
		<fieldset class="govuk-fieldset govuk-form-group">
			<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">怎样答复您（匿名不用选）</legend>
			<div class="govuk-radios">
				{{>RADIO name="reply_by" id="reply_by" value="receipt" label="我用回执码自己看"}}
				{{>RADIO name="reply_by" id="reply_by-2" value="phone" label="也请打电话给我"}}
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
