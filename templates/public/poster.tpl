{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{NAME}}门口海报 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
{{>HEADER}}
<div class="govuk-width-container">
<nav aria-label="返回"><a href="/facilities/{{CODE}}" class="govuk-back-link">返回机构页</a></nav>
<main class="govuk-main-wrapper poster-page" id="main" tabindex="-1">
	<p class="govuk-body no-print">用 A4 纸竖向打印，贴在门口。<button type="button" class="copy" data-print hidden>打印</button></p>
	<div class="poster">
		{{#IF_DEMO}}<p class="poster__demo">演示数据，请勿张贴</p>{{/IF_DEMO}}
		<p class="poster__issuer">{{CITY}}{{DISTRICT_NAME}}托育机构公开信息</p>
		<h1 class="poster__name">{{NAME}}</h1>
		<p class="poster__state">{{KIND_NAME}} · {{FILING_STATE_NAME}}{{#IF_INCLUSIVE}} · 普惠{{/IF_INCLUSIVE}}</p>
		<img class="poster__qr" src="/facilities/{{CODE}}/qr.svg" width="420" height="420" alt="{{NAME}}公开信息页的二维码">
		<p class="poster__call">扫码查看本机构的公开信息</p>
		<p class="poster__what">余位 · 费用 · 备案 · 公示 · 投诉建议</p>
		{{#IF_PHONE}}<p class="poster__phone">电话 {{PHONE}}</p>{{/IF_PHONE}}
		<p class="poster__foot"><span>编号 {{CODE}}</span>　<span>投诉举报也可以打 12345</span></p>
	</div>
</main>
</div>
{{>FOOTER}}
