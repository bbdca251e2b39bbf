{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>我的账号 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main">
	{{#DONE_PASSWORD}}<div class="govuk-notification-banner" role="status"><p class="govuk-body">密码已经换了，您在别处的登录已经结束。</p></div>{{/DONE_PASSWORD}}
	{{#DONE_SESSION}}<div class="govuk-notification-banner" role="status"><p class="govuk-body">已经结束。</p></div>{{/DONE_SESSION}}
	{{#DONE_RECOVERED}}<div class="govuk-notification-banner" role="status"><p class="govuk-body">您用恢复码登录了，这个恢复码不能再用。手机找不到了，请在这里换手机。</p></div>{{/DONE_RECOVERED}}
	<h1 class="govuk-heading-l">我的账号</h1>
	<dl class="govuk-summary-list">
		<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">姓名</dt><dd class="govuk-summary-list__value">{{FULL_NAME}}</dd></div>
		<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">账号</dt><dd class="govuk-summary-list__value">{{NAME}}</dd></div>
		<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">角色</dt><dd class="govuk-summary-list__value">{{ROLE_NAME}}{{#IF_DEPARTMENT_NAME}}，{{DEPARTMENT_NAME}}{{/IF_DEPARTMENT_NAME}}（<a class="govuk-link" href="/roles">能做什么</a>）</dd></div>
		<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">密码</dt><dd class="govuk-summary-list__value"><a class="govuk-link" href="/account/password">换密码</a></dd></div>
		<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">一次性验证码</dt><dd class="govuk-summary-list__value"><a class="govuk-link" href="/account/enrol">换手机</a></dd></div>
		<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">恢复码</dt><dd class="govuk-summary-list__value">还有 {{CODES_LEFT}} 个没用过{{#FEW_CODES}}，不多了{{/FEW_CODES}}。<a class="govuk-link" href="/account/recovery">换一批</a></dd></div>
	</dl>
	<h2 class="govuk-heading-m">登录着的地方</h2>
	<p class="govuk-body">有不认识的，请马上结束它，再换密码。</p>
	<div class="wide-table" tabindex="0" role="region" aria-label="登录着的地方">
	<table class="govuk-table stacking">
		<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">浏览器</th><th scope="col" class="govuk-table__header">登录时间</th><th scope="col" class="govuk-table__header">最近使用</th><th scope="col" class="govuk-table__header">操作</th></tr></thead>
		<tbody class="govuk-table__body">
			{{#SESSIONS}}
			<tr class="govuk-table__row">
				<th scope="row" class="govuk-table__header">{{#IF_AGENT}}{{AGENT}}{{/IF_AGENT}}{{#NO_AGENT}}没有说明{{/NO_AGENT}}</th>
				<td class="govuk-table__cell" data-label="登录时间">{{CREATED}}</td>
				<td class="govuk-table__cell" data-label="最近使用">{{SEEN}}</td>
				<td class="govuk-table__cell" data-label="操作">{{#IS_OWN}}这里{{/IS_OWN}}{{#IS_OTHER}}<form action="/account/sessions" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="token_hash" value="{{TOKEN_HASH}}"><button class="govuk-button govuk-button--secondary row-button" type="submit">结束<span class="govuk-visually-hidden"> {{CREATED}} 的登录</span></button></form>{{/IS_OTHER}}</td>
			</tr>
			{{/SESSIONS}}
		</tbody>
	</table>
	</div>
	{{#HAS_OTHERS}}
	<form action="/account/sessions" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="others" value="1"><button class="govuk-button govuk-button--secondary" type="submit">结束别处所有的登录</button></form>
	{{/HAS_OTHERS}}
</main>
</div>
{{>FOOTER}}
