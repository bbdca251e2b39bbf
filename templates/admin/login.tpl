{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}登录 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper sign-in" id="main" tabindex="-1">
	{{#DONE_OUT}}<div class="govuk-notification-banner" role="status"><p class="govuk-body">已经退出。</p></div>{{/DONE_OUT}}
	{{#WRONG}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">没有登录成功</h2>
		<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list"><li><a href="#name">账号或密码不对。请检查后再试</a></li></ul></div>
	</div></div>
	{{/WRONG}}
	{{#IF_WAIT}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">请过 {{WAIT}} 秒再试</h2>
		<div class="govuk-error-summary__body"><p class="govuk-body">从这里试错的次数多了，要等一等。您在常用的电脑上登录不受影响。</p></div>
	</div></div>
	{{/IF_WAIT}}
	{{>ERROR_SUMMARY}}
	<h1 class="govuk-heading-l">登录</h1>
	<form action="/login" method="post" novalidate>
		<input type="hidden" name="csrf" value="{{CSRF}}">
		{{#IF_NEXT}}<input type="hidden" name="next" value="{{NEXT}}">{{/IF_NEXT}}
		{{>FIELD_TEXT name="name" label="账号" attributes='autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64"' | missing="请填账号" out_of_range="账号太长"}}
		{{>FIELD_TEXT name="password" label="密码" type="password" value="" attributes='autocomplete="current-password"' | missing="请填密码" out_of_range="密码太长"}}
		<button class="govuk-button" type="submit">下一步</button>
	</form>
	<p class="govuk-body">下一步要填手机上的一次性验证码。</p>
	<p class="govuk-body">忘了密码，或者换了手机：请联系本单位的系统管理员重置。</p>
</main>
</div>
{{>FOOTER}}
