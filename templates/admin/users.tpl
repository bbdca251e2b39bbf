{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>账号 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main" tabindex="-1">
	<h1 class="govuk-heading-l">账号</h1>
	<p class="govuk-body"><a class="govuk-button" href="/new-user">新开账号</a></p>
	<p class="govuk-body">共 {{ACCOUNT_COUNT}} 个。<a class="govuk-link" href="/roles">每个角色能做什么</a></p>
	<div class="wide-table" tabindex="0" role="region" aria-label="账号">
	<table class="govuk-table stacking">
		<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">姓名</th><th scope="col" class="govuk-table__header">账号</th><th scope="col" class="govuk-table__header">角色</th><th scope="col" class="govuk-table__header">看得到</th><th scope="col" class="govuk-table__header">状态</th><th scope="col" class="govuk-table__header">验证码</th><th scope="col" class="govuk-table__header">最近使用</th></tr></thead>
		<tbody class="govuk-table__body">
			{{#ACCOUNTS}}
			<tr class="govuk-table__row">
				<th scope="row" class="govuk-table__header"><a class="govuk-link" href="/users/{{NAME:url_query_escape}}">{{FULL_NAME}}</a></th>
				<td class="govuk-table__cell" data-label="账号">{{NAME}}</td>
				<td class="govuk-table__cell" data-label="角色">{{ROLE_NAME}}</td>
				<td class="govuk-table__cell" data-label="看得到">{{#IF_SCOPE_NAME}}{{SCOPE_NAME}}{{/IF_SCOPE_NAME}}{{#NO_SCOPE_NAME}}<strong>没有定范围，什么都看不到，请打开改一下</strong>{{/NO_SCOPE_NAME}}</td>
				<td class="govuk-table__cell" data-label="状态">{{#STATE_INVITED}}还没启用{{/STATE_INVITED}}{{#STATE_ACTIVE}}在用{{/STATE_ACTIVE}}{{#STATE_DISABLED}}已停用{{/STATE_DISABLED}}</td>
				<td class="govuk-table__cell" data-label="验证码">{{#IF_HAS_TOTP}}已设{{/IF_HAS_TOTP}}{{#NO_HAS_TOTP}}没设{{/NO_HAS_TOTP}}</td>
				<td class="govuk-table__cell" data-label="最近使用">{{#IF_SEEN}}{{SEEN}}{{/IF_SEEN}}{{#NO_SEEN}}没有登录着{{/NO_SEEN}}</td>
			</tr>
			{{/ACCOUNTS}}
		</tbody>
	</table>
	</div>
</main>
</div>
{{>FOOTER}}
