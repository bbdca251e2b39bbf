{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}什么时候的事 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
<script type="module" src="/js/complaint.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	{{>ERROR_SUMMARY}}
	<p class="govuk-caption-m">第 4 步，共 7 步</p>
	<form id="page-form" action="/complaint" method="post" novalidate data-draft>
		{{#CARRIED}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">{{/CARRIED}}
		<input type="hidden" name="step" value="when">
		<h1 class="govuk-heading-l">什么时候的事？</h1>
		{{>FIELD_TEXT name="happened" label="大约什么时候（可以不写）" what="时间" size="s" hint="例如：11 月 20 日下午，或者最近两个星期" most="100"}}
		{{>FIELD_CHOICES name="going_on" of="radios" label="现在还在发生吗？" | missing="请选一项：现在还在发生吗" out_of_range="请选一项：现在还在发生吗"}}
				{{>RADIO name="going_on" id="going_on" value="yes" label="还在发生"}}
				{{>RADIO name="going_on" id="going_on-2" value="no" label="已经过去了"}}
				{{>RADIO name="going_on" id="going_on-3" value="unknown" label="不清楚"}}
		{{>CHOICES_END}}
		<div class="govuk-button-group">
			<button type="submit" class="govuk-button" name="go" value="continue">继续</button>
			<button type="submit" class="govuk-button govuk-button--secondary" name="go" value="back">上一步</button>
		</div>
	</form>
</main>
</div>
{{>FOOTER}}
