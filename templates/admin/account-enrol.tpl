{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}换手机 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper sign-in" id="main" tabindex="-1">
	{{>ERROR_SUMMARY more='{{#FIELDS_MISSING}}<li><a href="#password">请把每一项都填上</a></li>{{/FIELDS_MISSING}}{{#WRONG}}<li><a href="#password">现在的密码或验证码不对。验证码用过一次要等下一个</a></li>{{/WRONG}}{{#NEW_CODE_WRONG}}<li><a href="#new_code">新验证器上的数字不对。请等它显示下一个再填</a></li>{{/NEW_CODE_WRONG}}'}}
	{{#IF_WAIT}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">请过 {{WAIT}} 秒再试</h2>
		<div class="govuk-error-summary__body"><p class="govuk-body">试错的次数多了，要等一等。</p></div>
	</div></div>
	{{/IF_WAIT}}
	<a class="govuk-back-link" href="/account">回我的账号</a>
	<h1 class="govuk-heading-l">换手机</h1>
	<p class="govuk-body">在新手机上重新设一次性验证码。设好以后，原来的验证器不能再用，恢复码也换成新的。</p>
	<form action="/account/enrol" method="post" novalidate>
		<input type="hidden" name="csrf" value="{{CSRF}}">
		<fieldset class="govuk-fieldset">
		<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">先确认是您本人</legend>
		{{>INPUT name="username" label="账号" value="{{NAME}}" attributes='autocomplete="username" readonly'}}
		{{>INPUT name="password" label="现在的密码" type="password" attributes='autocomplete="current-password"'}}
		{{>INPUT name="code" label="验证码或恢复码" class="sign-in__code" attributes='autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" maxlength="80"'}}
		</fieldset>
		<ol class="govuk-list govuk-list--number">
			<li>在手机上装一个验证器（支持 TOTP 的都可以，例如 FreeOTP、腾讯身份验证器）。</li>
			<li>用它扫下面的码。<svg class="sign-in__qr" viewBox="0 0 {{CODE_SIZE}} {{CODE_SIZE}}" role="img" aria-label="给验证器扫的码"><path d="{{CODE_PATH}}"></path></svg>扫不了，就把这一串输进去：<span class="code sign-in__secret">{{SECRET}}</span></li>
			<li>填它现在显示的 6 位数字。</li>
		</ol>
		<input type="hidden" name="offer" value="{{OFFER}}">
		{{>INPUT name="new_code" label="新验证器上的 6 位数字" class="sign-in__code" attributes='inputmode="numeric" autocomplete="one-time-code" maxlength="20"'}}
		<button class="govuk-button" type="submit">换成这个验证器</button>
	</form>
</main>
</div>
{{>FOOTER}}
