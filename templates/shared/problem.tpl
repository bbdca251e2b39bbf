{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#BAD}}地址里有不认识的内容{{/BAD}}{{#DENIED}}没有收下{{/DENIED}}{{#MISSING}}没有这个页面{{/MISSING}}{{#NOT_ALLOWED}}这里不能这样操作{{/NOT_ALLOWED}}{{#TOO_LARGE}}内容太大{{/TOO_LARGE}}{{#TOO_MANY}}请稍等再试{{/TOO_MANY}}{{#BROKEN}}网站出了故障{{/BROKEN}}{{#BUSY}}网站正忙{{/BUSY}} - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main" tabindex="-1">
	{{#BAD}}
	<h1 class="govuk-heading-l">地址里有不认识的内容</h1>
	<p class="govuk-body">这个网址可能没有复制完整。请检查一下，或者从头查找。</p>
	{{/BAD}}
	{{#DENIED}}
	<h1 class="govuk-heading-l">没有收下</h1>
	<p class="govuk-body">这些内容像是从别的网站送来的。为了不让别人替您提交，我们没有收下。请打开本网站的<a class="govuk-link" href="/complaint">投诉举报</a>或<a class="govuk-link" href="/receipt">回执</a>页面，在那里填写。</p>
	{{/DENIED}}
	{{#MISSING}}
	<h1 class="govuk-heading-l">没有这个页面</h1>
	<p class="govuk-body">网址可能写错了，或者这家机构的信息已经不再公布。</p>
	{{/MISSING}}
	{{#NOT_ALLOWED}}
	<h1 class="govuk-heading-l">这里不能这样操作</h1>
	<p class="govuk-body">请退回上一页，用页面上的链接或按钮再试一次。</p>
	{{/NOT_ALLOWED}}
	{{#TOO_LARGE}}
	<h1 class="govuk-heading-l">内容太大</h1>
	<p class="govuk-body">送来的内容超过了能接收的大小。请退回上一页，减少一些再试。</p>
	{{/TOO_LARGE}}
	{{#TOO_MANY}}
	<h1 class="govuk-heading-l">请稍等再试</h1>
	<p class="govuk-body">您或您附近的人短时间内用得太多了。请等一分钟再试；如果刚才在提交，退回上一页，您写的还在。</p>
	{{/TOO_MANY}}
	{{#BROKEN}}
	<h1 class="govuk-heading-l">网站出了故障</h1>
	<p class="govuk-body">不是您的问题。请过几分钟再试；我们已经记下了这次故障。</p>
	{{/BROKEN}}
	{{#BUSY}}
	<h1 class="govuk-heading-l">网站正忙</h1>
	<p class="govuk-body">网站正在更新或访问的人太多。请过几分钟再试。</p>
	{{/BUSY}}
	<ul class="govuk-list govuk-list--bullet">
		<li><a class="govuk-link" href="/facilities">从头找托育</a></li>
		<li><a class="govuk-link" href="/">回首页</a></li>
		<li>打市民服务热线 <a class="govuk-link" href="tel:12345">12345</a>{{#IF_DISTRICT_PHONE}}，或{{DISTRICT_NAME}}咨询电话 <a class="govuk-link" href="tel:{{DISTRICT_PHONE_DIALED}}">{{DISTRICT_PHONE}}</a>{{/IF_DISTRICT_PHONE}}</li>
	</ul>
	{{#IF_REQUEST_ID}}<p class="said">联系我们时请报编号 <span class="code">{{REQUEST_ID}}</span></p>{{/IF_REQUEST_ID}}
</main>
</div>
{{>FOOTER}}
