{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}账号 {{NAME}} - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper sign-in" id="main" tabindex="-1">
	<a class="govuk-back-link" href="/users">回账号列表</a>
	{{#DONE_CHANGED}}<div class="govuk-notification-banner" role="status"><p class="govuk-body">已经改了。</p></div>{{/DONE_CHANGED}}
	{{#DONE_DISABLED}}<div class="govuk-notification-banner" role="status"><p class="govuk-body">已经停用，他的登录都结束了。</p></div>{{/DONE_DISABLED}}
	{{#DONE_ENABLED}}<div class="govuk-notification-banner" role="status"><p class="govuk-body">已经恢复使用。</p></div>{{/DONE_ENABLED}}
	{{>ERROR_SUMMARY title="还差一点，什么都没有改"}}
	<h1 class="govuk-heading-l">账号 {{NAME}}</h1>
	<dl class="govuk-summary-list">
		<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">状态</dt><dd class="govuk-summary-list__value">{{#STATE_INVITED}}还没启用{{/STATE_INVITED}}{{#STATE_ACTIVE}}在用{{/STATE_ACTIVE}}{{#STATE_DISABLED}}已停用{{/STATE_DISABLED}}</dd></div>
		<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">一次性验证码</dt><dd class="govuk-summary-list__value">{{#IF_HAS_TOTP}}已设{{/IF_HAS_TOTP}}{{#NO_HAS_TOTP}}没设{{/NO_HAS_TOTP}}</dd></div>
		<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">看得到</dt><dd class="govuk-summary-list__value">{{#IF_SCOPE_NAME}}{{SCOPE_NAME}}{{/IF_SCOPE_NAME}}{{#NO_SCOPE_NAME}}<strong>没有定范围，什么都看不到</strong>{{/NO_SCOPE_NAME}}</dd></div>
		<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">开账号</dt><dd class="govuk-summary-list__value">{{CREATED}}，{{CREATED_BY}}</dd></div>
	</dl>
	{{#IS_OWN}}<p class="govuk-body">这是您自己的账号。角色和状态要请另一位系统管理员改；密码和手机在<a class="govuk-link" href="/account">我的账号</a>里换。</p>{{/IS_OWN}}
	{{#HAS_WORK}}<p class="govuk-inset-text" id="has-work">他手上有 {{OPEN_CASES}} 件没办完的件、{{OPEN_TASKS}} 个没完成的任务、{{OPEN_REQUESTS}} 个等决定的申请。停用、换单位、去掉角色或看得到的范围以前，请先定好交给谁。</p>{{/HAS_WORK}}
	{{#IS_OTHERS}}
	<form action="/users/{{NAME:url_query_escape}}" method="post" novalidate>
		<input type="hidden" name="csrf" value="{{CSRF}}">
		{{>FIELD_TEXT name="full_name" label="姓名" most="40" width="20" attributes='autocomplete="off"' | missing="请填姓名"}}
{{>USER_HOLDS}}
		{{#HAS_WORK}}{{>FIELD_SELECT name="hand_to" only="IN_CHANGE" at="hand_to{{#IN_DISABLE}}-disable{{/IN_DISABLE}}" label="手上的件和任务交给谁" hint="换单位、去掉角色或范围时要选。只能交给同一单位、角色和范围不少于他、在用的账号；每一件都记入审计。" options="COLLEAGUES" none="请选" code="{{NAME}}" text="{{FULL_NAME}}（{{NAME}}）" last='<option value="-"{{#IF_STAYS}} selected{{/IF_STAYS}}>先不交，留在他名下</option>' | missing="他手上还有 {{OPEN_CASES}} 件没办完的件、{{OPEN_TASKS}} 个任务，请选交给谁，或者选先不交" malformed="不能交给这个账号，请从列出的人里选"}}{{/HAS_WORK}}
		{{>FIELD_TEXT name="reason" only="IN_CHANGE" at="reason{{#IN_DISABLE}}-disable{{/IN_DISABLE}}{{#IN_ENABLE}}-enable{{/IN_ENABLE}}{{#IN_RESET}}-reset{{/IN_RESET}}" label="理由（记入审计）" what="理由" most="200" value="{{#IN_CHANGE}}{{REASON}}{{/IN_CHANGE}}" attributes='autocomplete="off"' | missing="请写理由" out_of_range="理由要 {{REASON_LEAST}} 到 {{REASON_MOST}} 字，现在 {{REASON_LENGTH}} 字"}}
		<button class="govuk-button" type="submit">改</button>
	</form>
	<details class="govuk-details"{{#IN_RESET}} open{{/IN_RESET}}>
		<summary class="govuk-details__summary"><span class="govuk-details__summary-text">重置：忘了密码，或者手机丢了</span></summary>
		<div class="govuk-details__text">
		<p class="govuk-body">给一个只能用来开始的密码，结束所有登录。请先确认是本人在要求。</p>
		<form action="/users/{{NAME:url_query_escape}}/reset" method="post" novalidate>
			<input type="hidden" name="csrf" value="{{CSRF}}">
			{{>FIELD_CHOICES name="lost" of="radios" label="丢了什么" | missing="请选丢了什么" out_of_range="请选丢了什么"}}
				{{>RADIO name="lost" id="lost" value="password" label="只是忘了密码：手机上的验证码照旧" chosen="LOST_PASSWORD"}}
				{{>RADIO name="lost" id="lost-2" value="telephone" label="手机丢了：验证码和恢复码也要重新设" chosen="LOST_TELEPHONE"}}
			{{>CHOICES_END}}
			{{>FIELD_TEXT name="reason" id="reason-reset" only="IN_RESET" label="理由（记入审计）" what="理由" most="200" value="{{#IN_RESET}}{{REASON}}{{/IN_RESET}}" attributes='autocomplete="off"' | missing="请写理由" out_of_range="理由要 {{REASON_LEAST}} 到 {{REASON_MOST}} 字，现在 {{REASON_LENGTH}} 字"}}
			<button class="govuk-button govuk-button--secondary" type="submit">重置</button>
		</form>
		</div>
	</details>
	{{#STATE_DISABLED}}
	<details class="govuk-details"{{#IN_ENABLE}} open{{/IN_ENABLE}}>
		<summary class="govuk-details__summary"><span class="govuk-details__summary-text">恢复使用</span></summary>
		<div class="govuk-details__text">
		<p class="govuk-body">原来的密码和验证码照旧。</p>
		<form action="/users/{{NAME:url_query_escape}}/enable" method="post" novalidate>
			<input type="hidden" name="csrf" value="{{CSRF}}">
			{{>FIELD_TEXT name="reason" id="reason-enable" only="IN_ENABLE" label="理由（记入审计）" what="理由" most="200" value="{{#IN_ENABLE}}{{REASON}}{{/IN_ENABLE}}" attributes='autocomplete="off"' | missing="请写理由" out_of_range="理由要 {{REASON_LEAST}} 到 {{REASON_MOST}} 字，现在 {{REASON_LENGTH}} 字"}}
			<button class="govuk-button govuk-button--secondary" type="submit">恢复使用</button>
		</form>
		</div>
	</details>
	{{/STATE_DISABLED}}
	{{#CAN_DISABLE}}
	<details class="govuk-details"{{#IN_DISABLE}} open{{/IN_DISABLE}}>
		<summary class="govuk-details__summary"><span class="govuk-details__summary-text">停用：离岗或调离</span></summary>
		<div class="govuk-details__text">
		<p class="govuk-body">马上结束所有登录，不能再登录。做过的事仍留在审计里。</p>
		<form action="/users/{{NAME:url_query_escape}}/disable" method="post" novalidate>
			<input type="hidden" name="csrf" value="{{CSRF}}">
			{{#HAS_WORK}}{{>FIELD_SELECT name="hand_to" id="hand_to-disable" only="IN_DISABLE" label="手上的件和任务交给谁" hint="只能交给同一单位、角色和范围不少于他、在用的账号；每一件都记入审计。" options="COLLEAGUES" none="请选" code="{{NAME}}" text="{{FULL_NAME}}（{{NAME}}）" last='<option value="-"{{#IF_STAYS}} selected{{/IF_STAYS}}>先不交，留在他名下</option>' | missing="他手上还有 {{OPEN_CASES}} 件没办完的件、{{OPEN_TASKS}} 个任务，请选交给谁，或者选先不交" malformed="不能交给这个账号，请从列出的人里选"}}{{/HAS_WORK}}
			{{>FIELD_TEXT name="reason" id="reason-disable" only="IN_DISABLE" label="理由（记入审计）" what="理由" most="200" value="{{#IN_DISABLE}}{{REASON}}{{/IN_DISABLE}}" attributes='autocomplete="off"' | missing="请写理由" out_of_range="理由要 {{REASON_LEAST}} 到 {{REASON_MOST}} 字，现在 {{REASON_LENGTH}} 字"}}
			<button class="govuk-button govuk-button--secondary" type="submit">停用</button>
		</form>
		</div>
	</details>
	{{/CAN_DISABLE}}
	{{/IS_OTHERS}}
</main>
</div>
{{>FOOTER}}
