{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}用回执码看进展 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
<script type="module" src="/js/complaint.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	{{#ERRORS}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">没有打开</h2>
		<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list"><li><a href="#receipt">{{#MISSING}}请输入回执码{{/MISSING}}{{#LENGTH}}回执码是 24 个字母和数字，请数一数{{/LENGTH}}{{#ALPHABET}}里面有回执码不会用的字符，请对照一下{{/ALPHABET}}{{#MISTYPED}}有一两个字符打错了，请对照一下{{/MISTYPED}}{{#UNKNOWN}}还没有找到。刚提交的请过一会儿再看；否则请核对回执码{{/UNKNOWN}}{{#WAIT_PROBLEM}}试的次数太多了，请等一分钟再试{{/WAIT_PROBLEM}}</a></li></ul></div>
	</div></div>
	{{/ERRORS}}
	<form id="page-form" action="/receipt" method="post" novalidate autocomplete="off">
		<div class="govuk-form-group{{#ERRORS}} govuk-form-group--error{{/ERRORS}}">
			<h1 class="govuk-label-wrapper"><label class="govuk-label govuk-label--l" for="receipt">用回执码看进展</label></h1>
			<div class="govuk-hint" id="receipt-hint">24 个字母和数字，大小写和横线都不要紧</div>
			<input class="govuk-input receipt__input" id="receipt" name="receipt" value="{{RECEIPT}}" maxlength="80" autocapitalize="characters" autocomplete="off" spellcheck="false" aria-describedby="receipt-hint" data-receipt-code>
		</div>
		<button type="submit" class="govuk-button">看进展</button>
	</form>
	<p class="govuk-body">回执码丢了找不回来，可以<a class="govuk-link" href="/complaint">重新提交</a>，或打 <a class="govuk-link" href="tel:12345">12345</a>。</p>
</main>
</div>
{{>FOOTER}}
