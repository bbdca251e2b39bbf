{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}我的账号 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main" tabindex="-1">
	{{>ERROR_SUMMARY title="没有结束" more='{{#FIELDS_MISSING}}<li><a href="#password">请先填密码</a></li>{{/FIELDS_MISSING}}{{#WRONG}}<li><a href="#password">密码不对</a></li>{{/WRONG}}'}}
	{{#IF_WAIT}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">请过 {{WAIT}} 秒再试</h2>
		<div class="govuk-error-summary__body"><p class="govuk-body">试错的次数多了，要等一等。</p></div>
	</div></div>
	{{/IF_WAIT}}
	{{#DONE_PASSWORD}}<div class="govuk-notification-banner" role="status"><p class="govuk-body">密码已经换了，您在别处的登录已经结束。</p></div>{{/DONE_PASSWORD}}
	{{#DONE_SESSION}}<div class="govuk-notification-banner" role="status"><p class="govuk-body">已经结束。</p></div>{{/DONE_SESSION}}
	{{#DONE_RECOVERED}}<div class="govuk-notification-banner" role="status"><p class="govuk-body">您用恢复码登录了，这个恢复码不能再用。手机找不到了，请在这里换手机。</p></div>{{/DONE_RECOVERED}}
	<h1 class="govuk-heading-l">我的账号</h1>
	<dl class="govuk-summary-list">
		<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">姓名</dt><dd class="govuk-summary-list__value">{{FULL_NAME}}</dd></div>
		<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">账号</dt><dd class="govuk-summary-list__value">{{NAME}}</dd></div>
		<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">角色</dt><dd class="govuk-summary-list__value">{{ROLE_NAME}}{{#IF_DEPARTMENT_NAME}}，{{DEPARTMENT_NAME}}{{/IF_DEPARTMENT_NAME}}（<a class="govuk-link" href="/roles">能做什么</a>）</dd></div>
		<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">看得到</dt><dd class="govuk-summary-list__value">{{#IF_SCOPE_NAME}}{{SCOPE_NAME}}{{/IF_SCOPE_NAME}}{{#NO_SCOPE_NAME}}没有定范围，什么都看不到{{/NO_SCOPE_NAME}}</dd></div>
		<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">密码</dt><dd class="govuk-summary-list__value"><a class="govuk-link" href="/account/password">换密码</a></dd></div>
		<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">一次性验证码</dt><dd class="govuk-summary-list__value"><a class="govuk-link" href="/account/enrol">换手机</a></dd></div>
		<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">恢复码</dt><dd class="govuk-summary-list__value">还有 {{CODES_LEFT}} 个没用过{{#FEW_CODES}}，不多了{{/FEW_CODES}}。<a class="govuk-link" href="/account/recovery">换一批</a></dd></div>
	</dl>
	<h2 class="govuk-heading-m">登录着的地方</h2>
	<p class="govuk-body">有不认识的，请马上结束它，再换密码。</p>
	<form action="/account/sessions" method="post" novalidate>
	<input type="hidden" name="csrf" value="{{CSRF}}">
	{{#HAS_OTHERS}}
	{{>INPUT name="password" group="sign-in" label="要结束哪一个，先填密码" type="password" attributes='autocomplete="current-password"'}}
	<button class="govuk-button govuk-button--secondary" type="submit" name="others" value="1">结束别处所有的登录</button>
	{{/HAS_OTHERS}}
	<div class="wide-table" tabindex="0" role="region" aria-label="登录着的地方">
	<table class="govuk-table stacking">
		<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">浏览器</th><th scope="col" class="govuk-table__header">登录时间</th><th scope="col" class="govuk-table__header">最近使用</th><th scope="col" class="govuk-table__header">操作</th></tr></thead>
		<tbody class="govuk-table__body">
			{{#SESSIONS}}
			<tr class="govuk-table__row">
				<th scope="row" class="govuk-table__header">{{#IF_AGENT}}{{AGENT}}{{/IF_AGENT}}{{#NO_AGENT}}没有说明{{/NO_AGENT}}</th>
				<td class="govuk-table__cell" data-label="登录时间">{{CREATED}}</td>
				<td class="govuk-table__cell" data-label="最近使用">{{SEEN}}</td>
				<td class="govuk-table__cell" data-label="操作">{{#IS_OWN}}这里{{/IS_OWN}}{{#IS_OTHER}}<button class="govuk-button govuk-button--secondary row-button" type="submit" name="token_hash" value="{{TOKEN_HASH}}">结束<span class="govuk-visually-hidden"> {{CREATED}} 的登录</span></button>{{/IS_OTHER}}</td>
			</tr>
			{{/SESSIONS}}
		</tbody>
	</table>
	</div>
	</form>
</main>
</div>
{{>FOOTER}}
