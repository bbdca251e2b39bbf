{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}设一次性验证码 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper sign-in" id="main" tabindex="-1">
	{{#ERRORS}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">还差一点</h2>
		<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
			{{#NEW_CODE_WRONG}}<li><a href="#new_code">数字不对。请等验证器显示下一个再填；还不对，请检查手机的时间准不准</a></li>{{/NEW_CODE_WRONG}}
		</ul></div>
	</div></div>
	{{/ERRORS}}
	{{#IF_WAIT}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">请过 {{WAIT}} 秒再试</h2>
		<div class="govuk-error-summary__body"><p class="govuk-body">试错的次数多了，要等一等。</p></div>
	</div></div>
	{{/IF_WAIT}}
	<h1 class="govuk-heading-l">设一次性验证码</h1>
	<p class="govuk-body">以后每次登录，除了密码还要填手机上的验证码。别人只知道密码进不来。</p>
	<form action="/login/enrol" method="post" novalidate>
		<input type="hidden" name="csrf" value="{{CSRF}}">
		<ol class="govuk-list govuk-list--number">
			<li>在手机上装一个验证器（支持 TOTP 的都可以，例如 FreeOTP、腾讯身份验证器）。</li>
			<li>用它扫下面的码。<svg class="sign-in__qr" viewBox="0 0 {{CODE_SIZE}} {{CODE_SIZE}}" role="img" aria-label="给验证器扫的码"><path d="{{CODE_PATH}}"></path></svg>扫不了，就把这一串输进去：<span class="code sign-in__secret">{{SECRET}}</span></li>
			<li>填它现在显示的 6 位数字。</li>
		</ol>
		<input type="hidden" name="offer" value="{{OFFER}}">
		<div class="govuk-form-group">
			<label class="govuk-label" for="new_code">新验证器上的 6 位数字</label>
			<input class="govuk-input sign-in__code" id="new_code" name="new_code" inputmode="numeric" autocomplete="one-time-code" maxlength="20">
		</div>
		<button class="govuk-button" type="submit">下一步</button>
	</form>
</main>
</div>
{{>FOOTER}}
