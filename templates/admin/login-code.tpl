{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}一次性验证码 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper sign-in" id="main" tabindex="-1">
	{{>ERROR_SUMMARY title="没有登录成功" more='{{#WRONG}}<li><a href="#code">验证码不对，或者已经用过。请等手机上出现新的一个再试</a></li>{{/WRONG}}'}}
	{{#IF_WAIT}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">请过 {{WAIT}} 秒再试</h2>
		<div class="govuk-error-summary__body"><p class="govuk-body">试错的次数多了，要等一等。您在常用的电脑上登录不受影响。</p></div>
	</div></div>
	{{/IF_WAIT}}
	<h1 class="govuk-heading-l">一次性验证码</h1>
	<form action="/login/code" method="post" novalidate>
		<input type="hidden" name="csrf" value="{{CSRF}}">
		{{#IF_NEXT}}<input type="hidden" name="next" value="{{NEXT}}">{{/IF_NEXT}}
		{{>FIELD_TEXT name="code" label="{{NAME}} 的验证码" what="验证码" hint="打开手机上的验证器，填显示的 6 位数字。手机不在身边，可以填一个恢复码。" class="sign-in__code" value="" attributes='autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" maxlength="80"' | missing="请填验证码" out_of_range="" malformed=""}}
		<button class="govuk-button" type="submit">登录</button>
	</form>
	<p class="govuk-body"><a class="govuk-link" href="/login">换一个账号</a></p>
</main>
</div>
{{>FOOTER}}
