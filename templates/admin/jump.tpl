{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#SEVERAL}}有几件的编号是这样{{/SEVERAL}}{{#NONE_FOUND}}没有这个编号{{/NONE_FOUND}} - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main" tabindex="-1">
	{{#SEVERAL}}
	<h1 class="govuk-heading-l">编号“{{TYPED_NUMBER}}”有几件</h1>
	<ul class="doors doors--single">
		{{#FOUND_CASES}}<li><a class="doors__link" href="/cases/{{NUMBER}}"><span>{{NUMBER}}</span><span class="doors__count">{{FACILITY_NAME}}，{{STATE_NAME}}</span></a></li>
		{{/FOUND_CASES}}
	</ul>
	{{/SEVERAL}}
	{{#NONE_FOUND}}
	<h1 class="govuk-heading-l">没有编号是“{{TYPED_NUMBER}}”的件</h1>
	<p class="govuk-body">可能是编号抄错了，也可能这一件不归您的账号办理。编号可以只写最后几位，例如 123，或者 2026-123。</p>
	<p class="govuk-body"><a class="govuk-link" href="/cases?q={{TYPED_NUMBER:url_query_escape}}&amp;open=all">在全部件里找“{{TYPED_NUMBER}}”</a></p>
	{{/NONE_FOUND}}
</main>
</div>
{{>FOOTER}}
