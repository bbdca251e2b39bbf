{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>恢复码 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper sign-in" id="main" tabindex="-1">
	<h1 class="govuk-heading-l">请收好这 10 个恢复码</h1>
	<p class="govuk-body">手机丢了或者坏了，登录时用它代替验证码。每个只能用一次。<strong>这一页关掉就看不到了</strong>，请现在打印或抄下来，和手机分开放。以前的恢复码不能再用。</p>
	<ol class="sign-in__recovery">
		{{#CODES}}<li class="code">{{CODE}}</li>
		{{/CODES}}
	</ol>
	<p class="govuk-body">{{DISTRICT_NAME}}善育工作台，账号 {{NAME}}</p>
	<p class="govuk-body sign-in__go"><a class="govuk-button" href="/">收好了，继续</a></p>
</main>
</div>
{{>FOOTER}}
