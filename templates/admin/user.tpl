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
	{{#ERRORS}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">还差一点，什么都没有改</h2>
		<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
			{{#FULL_NAME_MISSING}}<li><a href="#full_name">请填姓名</a></li>{{/FULL_NAME_MISSING}}
			{{#FULL_NAME_OUT_OF_RANGE}}<li><a href="#full_name">姓名最多 {{FULL_NAME_MOST}} 字，现在 {{FULL_NAME_LENGTH}} 字</a></li>{{/FULL_NAME_OUT_OF_RANGE}}
			{{#FULL_NAME_MALFORMED}}<li><a href="#full_name">姓名里有不能用的字符</a></li>{{/FULL_NAME_MALFORMED}}
			{{#ROLE_MISSING}}<li><a href="#role">请选角色</a></li>{{/ROLE_MISSING}}
			{{#ROLE_MALFORMED}}<li><a href="#role">没有这个角色，请重选</a></li>{{/ROLE_MALFORMED}}
			{{#ROLE_OUT_OF_RANGE}}<li><a href="#role">角色选得太多</a></li>{{/ROLE_OUT_OF_RANGE}}
			{{#ROLE_APART}}<li><a href="#role">责任督学、审计、系统管理不能和别的角色一起选</a></li>{{/ROLE_APART}}
			{{#DEPARTMENT_MALFORMED}}<li><a href="#department">单位和角色不配：街镇经办选街镇，部门经办选部门，其他角色选全区</a></li>{{/DEPARTMENT_MALFORMED}}
			{{#SCOPE_MISSING}}<li><a href="#scope">请选看得到什么</a></li>{{/SCOPE_MISSING}}
			{{#SCOPE_MALFORMED}}<li><a href="#scope">看得到什么：没有这个街镇、部门或机构，请重选</a></li>{{/SCOPE_MALFORMED}}
			{{#SCOPE_OUT_OF_RANGE}}<li><a href="#scope">看得到的选得太多，请改选全区</a></li>{{/SCOPE_OUT_OF_RANGE}}
			{{#FACILITIES_MALFORMED}}<li><a href="#facilities">机构编号只有字母、数字和连字符，几个之间空一格</a></li>{{/FACILITIES_MALFORMED}}
			{{#FACILITIES_OUT_OF_RANGE}}<li><a href="#facilities">最多写 100 个机构编号</a></li>{{/FACILITIES_OUT_OF_RANGE}}
			{{#HAND_TO_MISSING}}<li><a href="#hand_to{{#IN_DISABLE}}-disable{{/IN_DISABLE}}">他手上还有 {{#HAS_WORK}}{{OPEN_CASES}} 件没办完的件、{{OPEN_TASKS}} 个任务{{/HAS_WORK}}，请选交给谁，或者选先不交</a></li>{{/HAND_TO_MISSING}}
			{{#HAND_TO_MALFORMED}}<li><a href="#hand_to{{#IN_DISABLE}}-disable{{/IN_DISABLE}}">不能交给这个账号，请从列出的人里选</a></li>{{/HAND_TO_MALFORMED}}
			{{#REASON_MISSING}}<li><a href="#reason{{#IN_DISABLE}}-disable{{/IN_DISABLE}}{{#IN_ENABLE}}-enable{{/IN_ENABLE}}{{#IN_RESET}}-reset{{/IN_RESET}}">请写理由</a></li>{{/REASON_MISSING}}
			{{#REASON_OUT_OF_RANGE}}<li><a href="#reason{{#IN_DISABLE}}-disable{{/IN_DISABLE}}{{#IN_ENABLE}}-enable{{/IN_ENABLE}}{{#IN_RESET}}-reset{{/IN_RESET}}">理由要 {{REASON_LEAST}} 到 {{REASON_MOST}} 字，现在 {{REASON_LENGTH}} 字</a></li>{{/REASON_OUT_OF_RANGE}}
			{{#LOST_MISSING}}<li><a href="#lost">请选丢了什么</a></li>{{/LOST_MISSING}}
			{{#LOST_MALFORMED}}<li><a href="#lost">请选丢了什么</a></li>{{/LOST_MALFORMED}}
			{{#REASON_MALFORMED}}<li><a href="#reason{{#IN_DISABLE}}-disable{{/IN_DISABLE}}{{#IN_ENABLE}}-enable{{/IN_ENABLE}}{{#IN_RESET}}-reset{{/IN_RESET}}">理由里有不能用的字符</a></li>{{/REASON_MALFORMED}}
		</ul></div>
	</div></div>
	{{/ERRORS}}
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
		<div class="govuk-form-group">
			<label class="govuk-label" for="full_name">姓名</label>
			<input class="govuk-input govuk-input--width-20" id="full_name" name="full_name" value="{{FULL_NAME}}" autocomplete="off" aria-describedby="full_name-count" data-most="40" data-counter="full_name-count"><p class="govuk-hint count" id="full_name-count" data-left="还可以写 # 字" data-over="多了 # 字，请删短" role="status">最多 40 字</p>
		</div>
{{>USER_HOLDS}}
		{{#HAS_WORK}}<div class="govuk-form-group"><label class="govuk-label" for="hand_to">手上的件和任务交给谁</label><div class="govuk-hint" id="hand_to-hint">换单位、去掉角色或范围时要选。只能交给同一单位、角色和范围不少于他、在用的账号；每一件都记入审计。</div><select class="govuk-select" id="hand_to" name="hand_to" aria-describedby="hand_to-hint"><option value="">请选</option>{{#COLLEAGUES}}<option value="{{NAME}}"{{#IF_CHOSEN}} selected{{/IF_CHOSEN}}>{{FULL_NAME}}（{{NAME}}）</option>{{/COLLEAGUES}}<option value="-"{{#IF_STAYS}} selected{{/IF_STAYS}}>先不交，留在他名下</option></select></div>{{/HAS_WORK}}
		<div class="govuk-form-group"><label class="govuk-label" for="reason">理由（记入审计）</label><input class="govuk-input" id="reason" name="reason" value="{{#IN_CHANGE}}{{REASON}}{{/IN_CHANGE}}" aria-describedby="reason-count" data-most="200" data-counter="reason-count" autocomplete="off"><p class="govuk-hint count" id="reason-count" data-left="还可以写 # 字" data-over="多了 # 字，请删短" role="status">最多 200 字</p></div>
		<button class="govuk-button" type="submit">改</button>
	</form>
	<details class="govuk-details"{{#IN_RESET}} open{{/IN_RESET}}>
		<summary class="govuk-details__summary"><span class="govuk-details__summary-text">重置：忘了密码，或者手机丢了</span></summary>
		<div class="govuk-details__text">
		<p class="govuk-body">给一个只能用来开始的密码，结束所有登录。请先确认是本人在要求。</p>
		<form action="/users/{{NAME:url_query_escape}}/reset" method="post" novalidate>
			<input type="hidden" name="csrf" value="{{CSRF}}">
			<fieldset class="govuk-fieldset govuk-form-group">
				<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">丢了什么</legend>
				<div class="govuk-radios">
					<div class="govuk-radios__item"><input class="govuk-radios__input" id="lost" name="lost" type="radio" value="password"{{#LOST_PASSWORD}} checked{{/LOST_PASSWORD}}><label class="govuk-label govuk-radios__label" for="lost">只是忘了密码：手机上的验证码照旧</label></div>
					<div class="govuk-radios__item"><input class="govuk-radios__input" id="lost-2" name="lost" type="radio" value="telephone"{{#LOST_TELEPHONE}} checked{{/LOST_TELEPHONE}}><label class="govuk-label govuk-radios__label" for="lost-2">手机丢了：验证码和恢复码也要重新设</label></div>
				</div>
			</fieldset>
			<div class="govuk-form-group"><label class="govuk-label" for="reason-reset">理由（记入审计）</label><input class="govuk-input" id="reason-reset" name="reason" value="{{#IN_RESET}}{{REASON}}{{/IN_RESET}}" aria-describedby="reason-reset-count" data-most="200" data-counter="reason-reset-count" autocomplete="off"><p class="govuk-hint count" id="reason-reset-count" data-left="还可以写 # 字" data-over="多了 # 字，请删短" role="status">最多 200 字</p></div>
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
			<div class="govuk-form-group"><label class="govuk-label" for="reason-enable">理由（记入审计）</label><input class="govuk-input" id="reason-enable" name="reason" value="{{#IN_ENABLE}}{{REASON}}{{/IN_ENABLE}}" aria-describedby="reason-enable-count" data-most="200" data-counter="reason-enable-count" autocomplete="off"><p class="govuk-hint count" id="reason-enable-count" data-left="还可以写 # 字" data-over="多了 # 字，请删短" role="status">最多 200 字</p></div>
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
			{{#HAS_WORK}}<div class="govuk-form-group"><label class="govuk-label" for="hand_to-disable">手上的件和任务交给谁</label><div class="govuk-hint" id="hand_to-disable-hint">只能交给同一单位、角色和范围不少于他、在用的账号；每一件都记入审计。</div><select class="govuk-select" id="hand_to-disable" name="hand_to" aria-describedby="hand_to-disable-hint"><option value="">请选</option>{{#COLLEAGUES}}<option value="{{NAME}}"{{#IF_CHOSEN}} selected{{/IF_CHOSEN}}>{{FULL_NAME}}（{{NAME}}）</option>{{/COLLEAGUES}}<option value="-"{{#IF_STAYS}} selected{{/IF_STAYS}}>先不交，留在他名下</option></select></div>{{/HAS_WORK}}
			<div class="govuk-form-group"><label class="govuk-label" for="reason-disable">理由（记入审计）</label><input class="govuk-input" id="reason-disable" name="reason" value="{{#IN_DISABLE}}{{REASON}}{{/IN_DISABLE}}" aria-describedby="reason-disable-count" data-most="200" data-counter="reason-disable-count" autocomplete="off"><p class="govuk-hint count" id="reason-disable-count" data-left="还可以写 # 字" data-over="多了 # 字，请删短" role="status">最多 200 字</p></div>
			<button class="govuk-button govuk-button--secondary" type="submit">停用</button>
		</form>
		</div>
	</details>
	{{/CAN_DISABLE}}
	{{/IS_OTHERS}}
</main>
</div>
{{>FOOTER}}
