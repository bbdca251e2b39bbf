{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}换密码 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper sign-in" id="main" tabindex="-1">
	{{#ERRORS}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">还差一点</h2>
		<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
			{{#FIELDS_MISSING}}<li><a href="#password">请把每一项都填上</a></li>{{/FIELDS_MISSING}}
			{{#WRONG}}<li><a href="#password">现在的密码或验证码不对。验证码用过一次要等下一个</a></li>{{/WRONG}}
			{{#NEW_MISSING}}<li><a href="#new_password">请把新密码填两遍</a></li>{{/NEW_MISSING}}
			{{#NEW_DIFFERENT}}<li><a href="#again">两遍填得不一样</a></li>{{/NEW_DIFFERENT}}
			{{#NEW_SHORT}}<li><a href="#new_password">密码太短，至少 {{PASSWORD_LEAST}} 个字符</a></li>{{/NEW_SHORT}}
			{{#NEW_LONG}}<li><a href="#new_password">密码太长，最多 200 个字符</a></li>{{/NEW_LONG}}
			{{#NEW_COMMON}}<li><a href="#new_password">这个密码很多人在用，容易被猜到，请换一个</a></li>{{/NEW_COMMON}}
			{{#NEW_OWN}}<li><a href="#new_password">密码里主要是账号、姓名、单位或地名，请换一个</a></li>{{/NEW_OWN}}
			{{#NEW_REPEATED}}<li><a href="#new_password">密码是几个字符的重复，请换一个</a></li>{{/NEW_REPEATED}}
			{{#NEW_SAME}}<li><a href="#new_password">新密码和原来的一样，请换一个</a></li>{{/NEW_SAME}}
		</ul></div>
	</div></div>
	{{/ERRORS}}
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
		<div class="govuk-form-group">
			<label class="govuk-label" for="username">账号</label>
			<input class="govuk-input" id="username" name="username" value="{{NAME}}" autocomplete="username" readonly>
		</div>
		<div class="govuk-form-group">
			<label class="govuk-label" for="password">现在的密码</label>
			<input class="govuk-input" id="password" name="password" type="password" autocomplete="current-password">
		</div>
		<div class="govuk-form-group">
			<label class="govuk-label" for="code">验证码或恢复码</label>
			<input class="govuk-input sign-in__code" id="code" name="code" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" maxlength="80">
		</div>
		</fieldset>
		<div class="govuk-form-group">
			<label class="govuk-label" for="new_password">新密码</label>
			<div class="govuk-hint" id="new_password-hint">至少 {{PASSWORD_LEAST}} 个字符，什么字符都可以，也可以是一句话。不用定期更换。</div>
			<input class="govuk-input" id="new_password" name="new_password" type="password" autocomplete="new-password" aria-describedby="new_password-hint">
		</div>
		<div class="govuk-form-group">
			<label class="govuk-label" for="again">再填一遍新密码</label>
			<input class="govuk-input" id="again" name="again" type="password" autocomplete="new-password">
		</div>
		<button class="govuk-button" type="submit">换密码</button>
	</form>
</main>
</div>
{{>FOOTER}}
