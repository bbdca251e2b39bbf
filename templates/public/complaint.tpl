{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}投诉、举报和建议 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
<script type="module" src="/js/complaint.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	<h1 class="govuk-heading-l">投诉、举报和建议</h1>
	<div class="urgent" role="note"><p class="govuk-body"><strong>孩子正有危险？</strong>先打电话：报警 <a class="govuk-link" href="tel:110">110</a>，火警 <a class="govuk-link" href="tel:119">119</a>，急救 <a class="govuk-link" href="tel:120">120</a>。</p></div>
	{{#IF_FACILITY_NAME}}<p class="govuk-body">说的是：<strong>{{FACILITY_NAME}}</strong>，{{FACILITY_ADDRESS}}</p>{{/IF_FACILITY_NAME}}
	<p class="govuk-body">托育机构有问题，没有备案的地方在收孩子，或者想问、想提建议，都可以在这里说。大约 5 分钟。</p>
	<ul class="govuk-list govuk-list--bullet">
		<li>可以不留姓名，也不用注册。</li>
		<li>交完会得到一个<strong>回执码</strong>，凭它看进展、补材料、收答复。</li>
		<li>您说的话在这里就加密封好，只有办理的人能打开。被反映的机构看不到是谁说的。</li>
	</ul>
	<form action="/complaint" method="post">
		<input type="hidden" name="receipt" value="{{RECEIPT}}">
		{{#IF_FACILITY}}<input type="hidden" name="facility" value="{{FACILITY}}">{{/IF_FACILITY}}
		<button type="submit" class="govuk-button" name="go" value="start">开始填写</button>
	</form>
	<p class="govuk-body"><a class="govuk-link" href="/receipt">已经交过？用回执码看进展</a></p>
	<p class="govuk-body">也可以打市民服务热线 <a class="govuk-link" href="tel:12345">12345</a>{{#IF_DISTRICT_PHONE}}，或{{DISTRICT_NAME}}咨询电话 <a class="govuk-link" href="tel:{{DISTRICT_PHONE_DIALED}}">{{DISTRICT_PHONE}}</a>{{/IF_DISTRICT_PHONE}}。</p>
</main>
</div>
{{>FOOTER}}
