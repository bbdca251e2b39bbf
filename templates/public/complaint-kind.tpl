{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}您要说的是哪一种 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
<script type="module" src="/js/complaint.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	{{#ERRORS}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">还差一点</h2>
		<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
			{{#KIND_MISSING}}<li><a href="#kind">请选一种</a></li>{{/KIND_MISSING}}
			{{#KIND_MALFORMED}}<li><a href="#kind">请选一种</a></li>{{/KIND_MALFORMED}}
		</ul></div>
	</div></div>
	{{/ERRORS}}
	<p class="govuk-caption-m">第 1 步，共 7 步</p>
	<form id="page-form" action="/complaint" method="post" novalidate data-draft>
		{{#CARRIED}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">{{/CARRIED}}
		<input type="hidden" name="step" value="kind">
		<div class="govuk-form-group{{#ERRORS}} govuk-form-group--error{{/ERRORS}}">
			<fieldset class="govuk-fieldset">
			<legend class="govuk-fieldset__legend govuk-fieldset__legend--l"><h1 class="govuk-fieldset__heading">您要说的是哪一种？</h1></legend>
			{{#KIND_MISSING}}<p class="govuk-error-message" id="kind-error-0"><span class="govuk-visually-hidden">错误：</span>请选一种</p>{{/KIND_MISSING}}
			{{#KIND_MALFORMED}}<p class="govuk-error-message" id="kind-error-1"><span class="govuk-visually-hidden">错误：</span>请选一种</p>{{/KIND_MALFORMED}}
			<div class="govuk-radios">
				<div class="govuk-radios__item"><input class="govuk-radios__input" id="kind" name="kind" type="radio" value="COMPLAINT"{{#KIND_IS_COMPLAINT}} checked{{/KIND_IS_COMPLAINT}} aria-describedby="kind-hint"><label class="govuk-label govuk-radios__label" for="kind">投诉</label><div id="kind-hint" class="govuk-hint govuk-radios__hint">服务或照护让您不满意，希望解决</div></div>
				<div class="govuk-radios__item"><input class="govuk-radios__input" id="kind-2" name="kind" type="radio" value="CONSUMER"{{#KIND_IS_CONSUMER}} checked{{/KIND_IS_CONSUMER}} aria-describedby="kind-2-hint"><label class="govuk-label govuk-radios__label" for="kind-2">费用纠纷</label><div id="kind-2-hint" class="govuk-hint govuk-radios__hint">收费、退费、合同的争议，希望调解</div></div>
				<div class="govuk-radios__item"><input class="govuk-radios__input" id="kind-3" name="kind" type="radio" value="REPORT"{{#KIND_IS_REPORT}} checked{{/KIND_IS_REPORT}} aria-describedby="kind-3-hint"><label class="govuk-label govuk-radios__label" for="kind-3">举报</label><div id="kind-3-hint" class="govuk-hint govuk-radios__hint">发现违法违规，例如没有备案、人手不够、食品不合格</div></div>
				<div class="govuk-radios__item"><input class="govuk-radios__input" id="kind-4" name="kind" type="radio" value="HELP"{{#KIND_IS_HELP}} checked{{/KIND_IS_HELP}} aria-describedby="kind-4-hint"><label class="govuk-label govuk-radios__label" for="kind-4">求助</label><div id="kind-4-hint" class="govuk-hint govuk-radios__hint">遇到困难，需要有人帮忙</div></div>
				<div class="govuk-radios__item"><input class="govuk-radios__input" id="kind-5" name="kind" type="radio" value="CONSULT"{{#KIND_IS_CONSULT}} checked{{/KIND_IS_CONSULT}} aria-describedby="kind-5-hint"><label class="govuk-label govuk-radios__label" for="kind-5">咨询</label><div id="kind-5-hint" class="govuk-hint govuk-radios__hint">想问清楚一件事</div></div>
				<div class="govuk-radios__item"><input class="govuk-radios__input" id="kind-6" name="kind" type="radio" value="ADVICE"{{#KIND_IS_ADVICE}} checked{{/KIND_IS_ADVICE}} aria-describedby="kind-6-hint"><label class="govuk-label govuk-radios__label" for="kind-6">建议</label><div id="kind-6-hint" class="govuk-hint govuk-radios__hint">希望哪里做得更好</div></div>
				<div class="govuk-radios__item"><input class="govuk-radios__input" id="kind-7" name="kind" type="radio" value="EMERGENCY"{{#KIND_IS_EMERGENCY}} checked{{/KIND_IS_EMERGENCY}} aria-describedby="kind-7-hint"><label class="govuk-label govuk-radios__label" for="kind-7">紧急情况</label><div id="kind-7-hint" class="govuk-hint govuk-radios__hint">虐待、受伤、中毒、火灾、孩子走失</div></div>
			</div>
			</fieldset>
		</div>
		<div class="govuk-button-group">
			<button type="submit" class="govuk-button" name="go" value="continue">继续</button>
		</div>
	</form>
</main>
</div>
{{>FOOTER}}
