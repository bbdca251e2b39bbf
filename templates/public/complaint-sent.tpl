{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}已经收到 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
<script type="module" src="/js/complaint.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	<div class="govuk-panel govuk-panel--confirmation">
		<h1 class="govuk-panel__title">已经收到</h1>
		<div class="govuk-panel__body">请记下回执码</div>
	</div>
	{{#AGAIN}}<div class="govuk-inset-text">用这个回执码，先前已经交过一次。这次写的如果有改动，会作为补充转给办理的人；没有改动，就不重复登记。</div>{{/AGAIN}}
	<div class="receipt" data-receipt data-leaving="回执码还没有保存。离开后就看不到了。">
		<p class="receipt__code" id="receipt-code">{{RECEIPT}}</p>
		<svg class="receipt__picture" viewBox="0 0 {{CODE_SIZE}} {{CODE_SIZE}}" width="200" height="200" shape-rendering="crispEdges" role="img" aria-label="回执码的二维码"><rect width="{{CODE_SIZE}}" height="{{CODE_SIZE}}" fill="#ffffff"/><path d="{{CODE_PATH}}" fill="#000000"/></svg>
		<div class="govuk-button-group print-hidden">
			<button type="button" class="govuk-button" data-copy="{{RECEIPT}}" data-copied="已复制" hidden>复制回执码</button>
			<button type="button" class="govuk-button govuk-button--secondary" data-print hidden>打印</button>
		</div>
		<p class="govuk-body print-hidden">可以抄下来、截屏、打印，或扫二维码存到另一台手机。</p>
	</div>
	<div class="govuk-warning-text"><span class="govuk-warning-text__icon" aria-hidden="true">!</span><strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">注意</span>回执码丢了没有人能补，我们这里也没有留。请不要给别人看。</strong></div>
	<h2 class="govuk-heading-m">接下来</h2>
	<ul class="govuk-list govuk-list--bullet">
		{{#IF_REPLY_BY_DAY}}<li>最晚 {{REPLY_BY_DAY}} 答复{{#IF_REPLY_PROVISIONAL}}（明年的放假安排公布后可能调整）{{/IF_REPLY_PROVISIONAL}}。依据：{{REPLY_SOURCE}}。</li>{{/IF_REPLY_BY_DAY}}
		<li>凭回执码可以看进展、收答复、补材料，也可以撤回。</li>
		<li class="print-hidden">用的是别人的或公用的电脑、手机？记下回执码后，请关掉浏览器。</li>
		{{#ANONYMOUS}}<li>您是匿名的，我们没有办法联系您。需要补充时会写在进展里，请过几天来看看。</li>{{/ANONYMOUS}}
	</ul>
	<form id="page-form" action="/complaint/sent" method="post"><input type="hidden" name="receipt" value="{{RECEIPT}}"><input type="hidden" name="kind" value="{{KIND}}"><input type="hidden" name="anonymous" value="{{ANONYMOUS_IS}}"><input type="hidden" name="again" value="{{AGAIN_IS}}"></form>
	<form action="/receipt" method="post" class="print-hidden"><input type="hidden" name="receipt" value="{{RECEIPT}}"><button type="submit" class="govuk-button govuk-button--secondary">现在就看进展</button></form>
	<p class="govuk-body print-hidden"><a class="govuk-link" href="/">回首页</a></p>
</main>
</div>
{{>FOOTER}}
