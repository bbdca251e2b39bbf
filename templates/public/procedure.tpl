{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#WORD_CASE}}投诉举报和咨询怎样办{{/WORD_CASE}}{{#WORD_OUTCOME}}查处结果怎样公示{{/WORD_OUTCOME}} - {{DISTRICT_NAME}}善育</title>
<meta name="description" content="{{#WORD_CASE}}投诉、举报和咨询从收到到答复，经过哪些环节、由谁办。{{/WORD_CASE}}{{#WORD_OUTCOME}}查处结果从拟稿到公示，经过哪些环节、由谁办。{{/WORD_OUTCOME}}">
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	<h1 class="govuk-heading-l">{{#WORD_CASE}}投诉举报和咨询怎样办{{/WORD_CASE}}{{#WORD_OUTCOME}}查处结果怎样公示{{/WORD_OUTCOME}}</h1>
	{{#WORD_CASE}}<p class="govuk-body">您的每一件都照这张图走。走到哪一步，凭回执码在<a class="govuk-link" href="/receipt">查询办理进度</a>里看。每一步的期限写在您自己的进度页上。</p>
	<p class="govuk-body">答复以前，您随时可以撤回。对答复不满意，由别人复核。</p>{{/WORD_CASE}}
	{{#WORD_OUTCOME}}<p class="govuk-body">投诉举报查实以后，结果先给机构看，机构可以陈述申辩；拟稿的人不能批准公示。公示的结果见<a class="govuk-link" href="/disclosures">查处公示</a>。</p>{{/WORD_OUTCOME}}
	{{FLOW_CHART:none}}
	<p class="govuk-body"><a class="govuk-link" href="/procedures">其他办理流程</a></p>
</main>
</div>
{{>FOOTER}}
