{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#BAD}}看不懂这个请求{{/BAD}}{{#DENIED}}您的账号不能做这件事{{/DENIED}}{{#MISSING}}没有这个页面{{/MISSING}}{{#NOT_ALLOWED}}这里不能这样操作{{/NOT_ALLOWED}}{{#CONFLICT}}别人刚刚改过{{/CONFLICT}}{{#TOO_LARGE}}内容太大{{/TOO_LARGE}}{{#TOO_MANY}}请稍等再试{{/TOO_MANY}}{{#BROKEN}}系统出了故障{{/BROKEN}}{{#BUSY}}系统正忙{{/BUSY}} - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main" tabindex="-1">
	{{#BAD}}
	<h1 class="govuk-heading-l">看不懂这个请求</h1>
	<p class="govuk-body">网址可能没有复制完整。请从首页重新打开。</p>
	{{/BAD}}
	{{#DENIED}}
	<h1 class="govuk-heading-l">您的账号不能做这件事</h1>
	<p class="govuk-body">可能是您的角色没有这项权限，也可能是页面放得太久。请回首页再试；需要权限的话，请联系系统管理员。</p>
	{{/DENIED}}
	{{#MISSING}}
	<h1 class="govuk-heading-l">没有这个页面</h1>
	<p class="govuk-body">网址可能写错了，或者这一件不归您的账号办理。</p>
	{{/MISSING}}
	{{#NOT_ALLOWED}}
	<h1 class="govuk-heading-l">这里不能这样操作</h1>
	<p class="govuk-body">请退回上一页，用页面上的链接或按钮再试一次。</p>
	{{/NOT_ALLOWED}}
	{{#CONFLICT}}
	<h1 class="govuk-heading-l">别人刚刚改过</h1>
	<p class="govuk-body">您打开这一页之后，情况已经变了，这一步没有做。请打开最新的页面看一看，再决定。</p>
	{{/CONFLICT}}
	{{#TOO_LARGE}}
	<h1 class="govuk-heading-l">内容太大</h1>
	<p class="govuk-body">送来的内容超过了能接收的大小。请退回上一页，减少一些再试。</p>
	{{/TOO_LARGE}}
	{{#TOO_MANY}}
	<h1 class="govuk-heading-l">请稍等再试</h1>
	<p class="govuk-body">短时间内的操作太多了。请等一分钟再试。</p>
	{{/TOO_MANY}}
	{{#BROKEN}}
	<h1 class="govuk-heading-l">系统出了故障</h1>
	<p class="govuk-body">这一步没有做，什么都没有改变。请过几分钟再试；我们已经记下了这次故障。</p>
	{{/BROKEN}}
	{{#BUSY}}
	<h1 class="govuk-heading-l">系统正忙</h1>
	<p class="govuk-body">登记系统暂时打不开。请过几分钟再试。</p>
	{{/BUSY}}
	{{#IF_TYPED_COUNT}}<p class="govuk-body">您写的没有保存，在下面，可以复制：</p>{{/IF_TYPED_COUNT}}
	{{#TYPED}}<blockquote class="written typed">{{WORDS:pre_escape}}</blockquote>{{/TYPED}}
	<p class="govuk-body"><a class="govuk-link" href="/">回首页</a></p>
	{{#IF_REQUEST_ID}}<p class="said">报故障时请报编号 <span class="code">{{REQUEST_ID}}</span></p>{{/IF_REQUEST_ID}}
</main>
</div>
{{>FOOTER}}
