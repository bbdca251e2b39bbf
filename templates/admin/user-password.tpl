{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{FULL_NAME}} 的初始密码 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper sign-in" id="main" tabindex="-1">
	<h1 class="govuk-heading-l">{{FULL_NAME}} 的初始密码</h1>
	<p class="govuk-body">账号 <strong>{{NAME}}</strong></p>
	<p class="govuk-body">密码 <strong class="sign-in__password">{{PASSWORD}}</strong></p>
	<p class="govuk-body">请当面或打电话告诉本人。这一页关掉就看不到了。{{INVITED_HOURS}} 小时内要登录一次，登录时会请他设自己的密码和手机验证码；过了时间就不能用，要重置。</p>
	<p class="govuk-body"><a class="govuk-button" href="/users">告诉他了，回账号列表</a></p>
</main>
</div>
{{>FOOTER}}
