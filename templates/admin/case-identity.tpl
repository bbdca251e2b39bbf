{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>提交人的联系方式 {{NUMBER}} - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main" tabindex="-1">
<h1 class="govuk-heading-l">{{NUMBER}} 提交人的联系方式</h1>
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">称呼</dt><dd class="govuk-summary-list__value">{{NAME}}{{#NO_NAME}}没有写{{/NO_NAME}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">电话</dt><dd class="govuk-summary-list__value">{{PHONE}}{{#NO_PHONE}}没有写{{/NO_PHONE}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">其他</dt><dd class="govuk-summary-list__value">{{OTHER}}{{#NO_OTHER}}没有写{{/NO_OTHER}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">希望怎么答复</dt><dd class="govuk-summary-list__value">{{#IF_BY_PHONE}}打电话{{/IF_BY_PHONE}}{{#NO_BY_PHONE}}用回执码看{{/NO_BY_PHONE}}</dd></div>
</dl>
<p class="govuk-inset-text">已记入审计：{{ACCOUNT_FULL_NAME}}，{{REASON}}。不得透露给被反映的单位和无关的人。</p>
<p class="govuk-body"><a class="govuk-link" href="/cases/{{NUMBER}}">回到这一件</a></p>
</main>
</div>
{{>FOOTER}}
