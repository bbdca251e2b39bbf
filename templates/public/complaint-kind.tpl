{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}您要说的是哪一种 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
<script type="module" src="/js/complaint.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	{{>ERROR_SUMMARY}}
	<p class="govuk-caption-m">第 1 步，共 7 步</p>
	<form id="page-form" action="/complaint" method="post" novalidate data-draft>
		{{#CARRIED}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">{{/CARRIED}}
		<input type="hidden" name="step" value="kind">
		{{>FIELD_CHOICES name="kind" of="radios" label="您要说的是哪一种？" size="l" heading="yes" | missing="请选一种" out_of_range="请选一种"}}
				{{>RADIO name="kind" id="kind" value="COMPLAINT" label="投诉" hint="服务或照护让您不满意，希望解决"}}
				{{>RADIO name="kind" id="kind-2" value="CONSUMER" label="费用纠纷" hint="收费、退费、合同的争议，希望调解"}}
				{{>RADIO name="kind" id="kind-3" value="REPORT" label="举报" hint="发现违法违规，例如没有备案、人手不够、食品不合格"}}
				{{>RADIO name="kind" id="kind-4" value="HELP" label="求助" hint="遇到困难，需要有人帮忙"}}
				{{>RADIO name="kind" id="kind-5" value="CONSULT" label="咨询" hint="想问清楚一件事"}}
				{{>RADIO name="kind" id="kind-6" value="ADVICE" label="建议" hint="希望哪里做得更好"}}
				{{>RADIO name="kind" id="kind-7" value="EMERGENCY" label="紧急情况" hint="虐待、受伤、中毒、火灾、孩子走失"}}
		{{>CHOICES_END}}
		<div class="govuk-button-group">
			<button type="submit" class="govuk-button" name="go" value="continue">继续</button>
		</div>
	</form>
</main>
</div>
{{>FOOTER}}
