{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}换一批恢复码 - {{DISTRICT_NAME}}善育工作台</title>
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
	<h1 class="govuk-heading-l">换一批恢复码</h1>
	<p class="govuk-body">给您 10 个新的恢复码。以前的不能再用。</p>
	<form action="/account/recovery" method="post" novalidate>
		<input type="hidden" name="csrf" value="{{CSRF}}">
		<fieldset class="govuk-fieldset">
		<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">先确认是您本人</legend>
		{{>INPUT name="username" label="账号" value="{{NAME}}" attributes='autocomplete="username" readonly'}}
		{{>INPUT name="password" label="现在的密码" type="password" attributes='autocomplete="current-password"'}}
		{{>INPUT name="code" label="验证码或恢复码" class="sign-in__code" attributes='autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" maxlength="80"'}}
		</fieldset>
		<button class="govuk-button" type="submit">换一批</button>
	</form>
</main>
</div>
{{>FOOTER}}
