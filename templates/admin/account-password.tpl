{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}换密码 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper sign-in" id="main" tabindex="-1">
	{{>ERROR_SUMMARY more='{{#FIELDS_MISSING}}<li><a href="#password">请把每一项都填上</a></li>{{/FIELDS_MISSING}}{{#WRONG}}<li><a href="#password">现在的密码或验证码不对。验证码用过一次要等下一个</a></li>{{/WRONG}}'}}
	{{#IF_WAIT}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">请过 {{WAIT}} 秒再试</h2>
		<div class="govuk-error-summary__body"><p class="govuk-body">试错的次数多了，要等一等。</p></div>
	</div></div>
	{{/IF_WAIT}}
	<a class="govuk-back-link" href="/account">回我的账号</a>
	<h1 class="govuk-heading-l">换密码</h1>
	<p class="govuk-body">换了以后，您在别处的登录都会结束。</p>
	<form action="/account/password" method="post" novalidate>
		<input type="hidden" name="csrf" value="{{CSRF}}">
		<fieldset class="govuk-fieldset">
		<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">先确认是您本人</legend>
		{{>INPUT name="username" label="账号" value="{{NAME}}" attributes='autocomplete="username" readonly'}}
		{{>INPUT name="password" label="现在的密码" type="password" attributes='autocomplete="current-password"'}}
		{{>INPUT name="code" label="验证码或恢复码" class="sign-in__code" attributes='autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" maxlength="80"'}}
		</fieldset>
		{{>FIELD_TEXT name="new_password" marker="new" label="新密码" hint="至少 {{PASSWORD_LEAST}} 个字符，什么字符都可以，也可以是一句话。不用定期更换。" type="password" value="" attributes='autocomplete="new-password"'
			| missing="请把新密码填两遍" out_of_range="" malformed="" short="密码太短，至少 {{PASSWORD_LEAST}} 个字符" long="密码太长，最多 200 个字符" common="这个密码很多人在用，容易被猜到，请换一个"
			own="密码里主要是账号、姓名、单位或地名，请换一个" repeated="密码是几个字符的重复，请换一个" same="新密码和原来的一样，请换一个"}}
		{{>FIELD_TEXT name="again" marker="new" label="再填一遍新密码" type="password" value="" attributes='autocomplete="new-password"'
			| missing="" out_of_range="" malformed="" different="两遍填得不一样"}}
		<button class="govuk-button" type="submit">换密码</button>
	</form>
</main>
</div>
{{>FOOTER}}
