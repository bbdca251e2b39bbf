{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>办理流程 - {{DISTRICT_NAME}}善育</title>
<meta name="description" content="各类事项由谁办、经过哪些环节。">
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	<h1 class="govuk-heading-l">办理流程</h1>
	<p class="govuk-body">每一类事项经过哪些环节、由谁办，都在这里。</p>
	<ul class="govuk-list govuk-list--spaced">
		{{#PROCEDURES}}{{#WORD_CASE}}<li><a class="govuk-link" href="/procedures/case">投诉举报和咨询</a>：从收到信到答复</li>{{/WORD_CASE}}{{#WORD_OUTCOME}}<li><a class="govuk-link" href="/procedures/outcome">查处结果公示</a>：从拟稿到公示</li>{{/WORD_OUTCOME}}
		{{/PROCEDURES}}
	</ul>
</main>
</div>
{{>FOOTER}}
