{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}设自己的密码 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper sign-in" id="main" tabindex="-1">
	{{>ERROR_SUMMARY}}
	<p class="govuk-caption-m">第一次登录，共 3 步</p>
	<h1 class="govuk-heading-l">设自己的密码</h1>
	<p class="govuk-body">刚才的密码只能用来开始。请换成只有您知道的。</p>
	<form action="/login/password" method="post" novalidate>
		<input type="hidden" name="csrf" value="{{CSRF}}">
		{{>INPUT name="username" label="账号" value="{{NAME}}" attributes='autocomplete="username" readonly'}}
		{{>FIELD_TEXT name="new_password" marker="new" label="新密码" hint="至少 {{PASSWORD_LEAST}} 个字符，什么字符都可以，也可以是一句话。不用定期更换。" type="password" value="" attributes='autocomplete="new-password"'
			| missing="请把新密码填两遍" out_of_range="" malformed="" short="密码太短，至少 {{PASSWORD_LEAST}} 个字符" long="密码太长，最多 200 个字符" common="这个密码很多人在用，容易被猜到，请换一个"
			own="密码里主要是账号、姓名、单位或地名，请换一个" repeated="密码是几个字符的重复，请换一个" same="新密码和原来的一样，请换一个"}}
		{{>FIELD_TEXT name="again" marker="new" label="再填一遍新密码" type="password" value="" attributes='autocomplete="new-password"'
			| missing="" out_of_range="" malformed="" different="两遍填得不一样"}}
		<button class="govuk-button" type="submit">下一步</button>
	</form>
</main>
</div>
{{>FOOTER}}
