{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}先打电话 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
<script type="module" src="/js/complaint.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	<h1 class="govuk-heading-l">先打电话，再接着填</h1>
	<p class="govuk-body">孩子正有危险时，电话最快。</p>
	<ul class="calls">
		<li><a class="calls__call" href="tel:110"><strong>110</strong><span>报警：虐待、走失</span></a></li>
		<li><a class="calls__call" href="tel:120"><strong>120</strong><span>急救：受伤、中毒</span></a></li>
		<li><a class="calls__call" href="tel:119"><strong>119</strong><span>火警</span></a></li>
	</ul>
	<p class="govuk-body">危险已经过去，或已经打过电话，请继续填写。收到后马上有人处理。</p>
	<form id="page-form" action="/complaint" method="post" novalidate data-draft>
		{{#CARRIED}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">{{/CARRIED}}
		<input type="hidden" name="step" value="urgent">
		<div class="govuk-button-group">
			<button type="submit" class="govuk-button" name="go" value="continue">继续填写</button>
			<button type="submit" class="govuk-button govuk-button--secondary" name="go" value="back">上一步</button>
		</div>
	</form>
</main>
</div>
{{>FOOTER}}
