{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>已按规定删除 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	<h1 class="govuk-heading-l">已按规定删除</h1>
	<p class="govuk-body">这个回执码是对的。这件事早已办结，保存期满，{{ERASED_AT}} 删除了您写的内容、材料、来往信件和联系方式。</p>
	<p class="govuk-body">只留下编号、类别、日期和结论，用来统计，不含您的信息。</p>
	<p class="govuk-body">有新的情况，请<a class="govuk-link" href="/complaint">重新提交</a>。</p>
</main>
</div>
{{>FOOTER}}
