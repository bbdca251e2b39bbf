{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}审计 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main" tabindex="-1">
	{{#ERRORS}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">还差一点</h2>
		<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
			{{#FROM_MALFORMED}}<li><a href="#from">开始日期请写成 2026-03-01 的样子</a></li>{{/FROM_MALFORMED}}
			{{#FROM_OUT_OF_RANGE}}<li><a href="#from">开始日期请写成 2026-03-01 的样子</a></li>{{/FROM_OUT_OF_RANGE}}
			{{#TO_MALFORMED}}<li><a href="#to">结束日期请写成 2026-03-01 的样子</a></li>{{/TO_MALFORMED}}
			{{#TO_OUT_OF_RANGE}}<li><a href="#to">结束日期请写成 2026-03-01 的样子</a></li>{{/TO_OUT_OF_RANGE}}
			{{#ACCOUNT_OUT_OF_RANGE}}<li><a href="#account">账号最多 32 个字符</a></li>{{/ACCOUNT_OUT_OF_RANGE}}
			{{#SUBJECT_OUT_OF_RANGE}}<li><a href="#subject">对象最多 60 个字符</a></li>{{/SUBJECT_OUT_OF_RANGE}}
			{{#REASON_OUT_OF_RANGE}}<li><a href="#reason">理由最多 {{REASON_MOST}} 字，现在 {{REASON_LENGTH}} 字</a></li>{{/REASON_OUT_OF_RANGE}}
			{{#ACTION_OUT_OF_RANGE}}<li><a href="#action">操作名最多 60 个字符</a></li>{{/ACTION_OUT_OF_RANGE}}
		</ul></div>
	</div></div>
	{{/ERRORS}}
	<h1 class="govuk-heading-l">审计</h1>
	<form class="audit-filters" action="/audit" method="get" role="search" aria-label="查审计">
		<div class="govuk-form-group"><label class="govuk-label" for="account">账号</label><input class="govuk-input" id="account" name="account" value="{{ACCOUNT}}" autocomplete="off" spellcheck="false"></div>
		<div class="govuk-form-group"><label class="govuk-label" for="action">做了什么</label><input class="govuk-input" id="action" name="action" value="{{ACTION}}" list="action-list" autocomplete="off" spellcheck="false"><datalist id="action-list">{{#ACTIONS}}<option value="{{ACTION}}"></option>{{/ACTIONS}}</datalist></div>
		<div class="govuk-form-group"><label class="govuk-label" for="subject">对象（件的编号、账号）</label><input class="govuk-input" id="subject" name="subject" value="{{SUBJECT}}" autocomplete="off" spellcheck="false"></div>
		<div class="govuk-form-group"><label class="govuk-label" for="reason">理由里有</label><input class="govuk-input" id="reason" name="reason" value="{{REASON}}" autocomplete="off"></div>
		<div class="govuk-form-group"><label class="govuk-label" for="from">从（日期）</label><input class="govuk-input" id="from" name="from" type="date" value="{{FROM}}"></div>
		<div class="govuk-form-group"><label class="govuk-label" for="to">到（日期）</label><input class="govuk-input" id="to" name="to" type="date" value="{{TO}}"></div>
		<div class="audit-filters__go"><button class="govuk-button" type="submit">查</button><a class="govuk-link" href="/audit">全部</a></div>
	</form>
	{{#IF_FOUND}}
	<p class="govuk-body">共 {{FOUND}} 条，最新的在前。{{#HAS_ROWS}}全部导出：<a class="govuk-link" href="{{XLSX_LINK}}">Excel</a>，<a class="govuk-link" href="{{CSV_LINK}}">CSV</a>（导出也会记入审计）。{{/HAS_ROWS}}{{#IF_COUNTING}}另有 {{COUNTING}} 次被拒绝的尝试正在计数，一分钟后记成一条。{{/IF_COUNTING}}</p>
	{{/IF_FOUND}}
	{{#HAS_NONE}}<p class="govuk-body">没有找到。放宽一个条件再查。</p>{{/HAS_NONE}}
	{{#HAS_ROWS}}
	<div class="wide-table" tabindex="0" role="region" aria-label="审计记录">
	<table class="govuk-table stacking stacking--early audit">
		<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">序号</th><th scope="col" class="govuk-table__header">时间</th><th scope="col" class="govuk-table__header">谁</th><th scope="col" class="govuk-table__header">做了什么</th><th scope="col" class="govuk-table__header">对象</th><th scope="col" class="govuk-table__header">改了什么</th><th scope="col" class="govuk-table__header">理由</th></tr></thead>
		<tbody class="govuk-table__body">
			{{#ROWS}}
			<tr class="govuk-table__row">
				<th scope="row" class="govuk-table__header">{{SEQ}}</th>
				<td class="govuk-table__cell audit__when" data-label="时间">{{MOMENT}}</td>
				<td class="govuk-table__cell" data-label="谁">{{#IF_ACCOUNT}}{{FULL_NAME}} <span class="said">{{ACCOUNT}}</span>{{/IF_ACCOUNT}}{{#NO_ACCOUNT}}{{#IF_ROLE}}程序 {{ROLE}}{{/IF_ROLE}}{{#NO_ROLE}}还没登录的人{{/NO_ROLE}}{{/NO_ACCOUNT}}</td>
				<td class="govuk-table__cell" data-label="做了什么">{{#ACTION_REFUSED_VERB}}<strong>被拒绝：没有这项权限</strong> {{/ACTION_REFUSED_VERB}}{{#ACTION_REFUSED_SCOPE}}<strong>被拒绝：不归这个账号看</strong> {{/ACTION_REFUSED_SCOPE}}{{#ACTION_REFUSED_STEP}}<strong>被拒绝：这一步不能做</strong> {{/ACTION_REFUSED_STEP}}{{#ACTION_REFUSED_FORM}}<strong>被拒绝：不是从本人打开的页面提交的</strong> {{/ACTION_REFUSED_FORM}}{{#ACTION_SIGN_IN_PASSWORD}}输入密码{{/ACTION_SIGN_IN_PASSWORD}}{{#ACTION_SIGN_IN_CODE}}输入验证码{{/ACTION_SIGN_IN_CODE}}{{#ACTION_SIGN_IN_ENROL}}首次设验证码{{/ACTION_SIGN_IN_ENROL}}{{#ACTION_SIGN_IN_OWN_PASSWORD}}首次设密码{{/ACTION_SIGN_IN_OWN_PASSWORD}}{{#ACTION_SIGN_IN_END}}退出{{/ACTION_SIGN_IN_END}}{{#ACTION_ACCOUNT_ADD}}新开账号{{/ACTION_ACCOUNT_ADD}}{{#ACTION_ACCOUNT_CHANGE}}改角色或单位{{/ACTION_ACCOUNT_CHANGE}}{{#ACTION_ACCOUNT_DISABLE}}停用账号{{/ACTION_ACCOUNT_DISABLE}}{{#ACTION_ACCOUNT_ENABLE}}恢复账号{{/ACTION_ACCOUNT_ENABLE}}{{#ACTION_ACCOUNT_RESET}}重置账号{{/ACTION_ACCOUNT_RESET}}{{#ACTION_ACCOUNT_PASSWORD}}换密码{{/ACTION_ACCOUNT_PASSWORD}}{{#ACTION_ACCOUNT_ENROL}}换手机{{/ACTION_ACCOUNT_ENROL}}{{#ACTION_ACCOUNT_RECOVERY_CODES}}换恢复码{{/ACTION_ACCOUNT_RECOVERY_CODES}}{{#ACTION_ACCOUNT_SESSION_END}}结束别处的登录{{/ACTION_ACCOUNT_SESSION_END}}{{#ACTION_AUDIT_EXPORT}}导出审计{{/ACTION_AUDIT_EXPORT}}{{#ACTION_CASE_TRIAGE}}初步处理{{/ACTION_CASE_TRIAGE}}{{#ACTION_CASE_ACCEPT}}受理{{/ACTION_CASE_ACCEPT}}{{#ACTION_CASE_REJECT}}不予受理{{/ACTION_CASE_REJECT}}{{#ACTION_CASE_TRANSFER}}转有权处理的单位{{/ACTION_CASE_TRANSFER}}{{#ACTION_CASE_SPLIT}}拆成两件{{/ACTION_CASE_SPLIT}}{{#ACTION_CASE_MERGE}}合并{{/ACTION_CASE_MERGE}}{{#ACTION_CASE_REOPEN}}撤回不受理或转出{{/ACTION_CASE_REOPEN}}{{#ACTION_CASE_OVERRULE}}退回重查{{/ACTION_CASE_OVERRULE}}{{#ACTION_CASE_DISPATCH}}交办{{/ACTION_CASE_DISPATCH}}{{#ACTION_CASE_REDISPATCH}}改交别的单位{{/ACTION_CASE_REDISPATCH}}{{#ACTION_CASE_RECALL}}收回交办{{/ACTION_CASE_RECALL}}{{#ACTION_CASE_TAKE}}接收{{/ACTION_CASE_TAKE}}{{#ACTION_CASE_RETURN}}退回{{/ACTION_CASE_RETURN}}{{#ACTION_CASE_ASSIGN}}交给经办人{{/ACTION_CASE_ASSIGN}}{{#ACTION_CASE_ASSIGN_UNDO}}撤回交给经办人{{/ACTION_CASE_ASSIGN_UNDO}}{{#ACTION_CASE_BEGIN}}填入常用文字{{/ACTION_CASE_BEGIN}}{{#ACTION_CASE_REPLY}}答复{{/ACTION_CASE_REPLY}}{{#ACTION_CASE_ASK}}申请延期或暂停{{/ACTION_CASE_ASK}}{{#ACTION_CASE_DECIDE}}决定延期或暂停{{/ACTION_CASE_DECIDE}}{{#ACTION_CASE_RESUME}}恢复计时{{/ACTION_CASE_RESUME}}{{#ACTION_CASE_CLOSE}}办结{{/ACTION_CASE_CLOSE}}{{#ACTION_CASE_REVIEW}}复核结论{{/ACTION_CASE_REVIEW}}{{#ACTION_CASE_ARCHIVE}}归档{{/ACTION_CASE_ARCHIVE}}{{#ACTION_CASE_MESSAGE}}给提交人写信{{/ACTION_CASE_MESSAGE}}{{#ACTION_CASE_MESSAGES_READ}}新消息已看过{{/ACTION_CASE_MESSAGES_READ}}{{#ACTION_CASE_SEEN}}新消息已看过{{/ACTION_CASE_SEEN}}{{#ACTION_CASE_NOTE}}内部记录{{/ACTION_CASE_NOTE}}{{#ACTION_CASE_NOTE_UNDO}}撤回内部记录{{/ACTION_CASE_NOTE_UNDO}}{{#ACTION_CASE_TASK}}交代任务{{/ACTION_CASE_TASK}}{{#ACTION_CASE_TASK_DONE}}任务办完{{/ACTION_CASE_TASK_DONE}}{{#ACTION_CASE_HOLD}}保留或不再保留{{/ACTION_CASE_HOLD}}{{#ACTION_CASE_ERASE}}到期删除{{/ACTION_CASE_ERASE}}{{#ACTION_CASE_CONTACT_ERASE}}删除联系方式{{/ACTION_CASE_CONTACT_ERASE}}{{#ACTION_OUTCOME_ERASE}}到期删除公示的理由{{/ACTION_OUTCOME_ERASE}}{{#ACTION_ASIDE_ERASE}}到期删除没能收进来的来信{{/ACTION_ASIDE_ERASE}}{{#ACTION_ACCOUNT_ERASE}}到期删除姓名{{/ACTION_ACCOUNT_ERASE}}{{#ACTION_CASE_SUPERVISE}}督办{{/ACTION_CASE_SUPERVISE}}{{#ACTION_CASE_MEETING}}提请联席会议{{/ACTION_CASE_MEETING}}{{#ACTION_CASE_MEETING_DECIDE}}联席会议决定{{/ACTION_CASE_MEETING_DECIDE}}{{#ACTION_CASE_IDENTITY}}查看提交人身份{{/ACTION_CASE_IDENTITY}}{{#ACTION_CASE_FILE}}查看证据预览{{/ACTION_CASE_FILE}}{{#ACTION_CASE_FILE_ORIGINAL}}打开证据原件{{/ACTION_CASE_FILE_ORIGINAL}}{{#ACTION_CASE_ATTACH}}附上文件{{/ACTION_CASE_ATTACH}}{{#ACTION_CASE_ATTACHMENT_WITHDRAW}}撤下附件{{/ACTION_CASE_ATTACHMENT_WITHDRAW}}{{#ACTION_CASE_ATTACHMENT_UNDO}}收回附件{{/ACTION_CASE_ATTACHMENT_UNDO}}{{#ACTION_CASE_ATTACHMENT}}存下附件{{/ACTION_CASE_ATTACHMENT}}{{#ACTION_CASE_ATTACHMENT_PREVIEW}}看附件预览{{/ACTION_CASE_ATTACHMENT_PREVIEW}}{{#ACTION_OUTCOME_ATTACH}}附上文件{{/ACTION_OUTCOME_ATTACH}}{{#ACTION_OUTCOME_ATTACHMENT_WITHDRAW}}撤下附件{{/ACTION_OUTCOME_ATTACHMENT_WITHDRAW}}{{#ACTION_OUTCOME_ATTACHMENT_UNDO}}收回附件{{/ACTION_OUTCOME_ATTACHMENT_UNDO}}{{#ACTION_OUTCOME_ATTACHMENT}}存下附件{{/ACTION_OUTCOME_ATTACHMENT}}{{#ACTION_OUTCOME_ATTACHMENT_PREVIEW}}看附件预览{{/ACTION_OUTCOME_ATTACHMENT_PREVIEW}}{{#ACTION_ATTACHMENT_ERASE}}到期删除撤下的附件{{/ACTION_ATTACHMENT_ERASE}}{{#ACTION_ATTACHMENT_ORIGINAL}}取出附件{{/ACTION_ATTACHMENT_ORIGINAL}}{{#ACTION_CASE_PRINT}}打印{{/ACTION_CASE_PRINT}}{{#ACTION_CASE_EXPORT}}导出件的清单{{/ACTION_CASE_EXPORT}}{{#ACTION_OUTCOME_EXPORT}}导出结果公示{{/ACTION_OUTCOME_EXPORT}}{{#ACTION_NUMBERS_EXPORT}}导出数据{{/ACTION_NUMBERS_EXPORT}}{{#ACTION_LIST_SAVE}}保存清单{{/ACTION_LIST_SAVE}}{{#ACTION_LIST_REMOVE}}删除清单{{/ACTION_LIST_REMOVE}}{{#ACTION_OUTCOME_EDIT}}写公示稿{{/ACTION_OUTCOME_EDIT}}{{#ACTION_OUTCOME_ANSWER}}记下机构的陈述{{/ACTION_OUTCOME_ANSWER}}{{#ACTION_OUTCOME_BACK}}收回公示稿{{/ACTION_OUTCOME_BACK}}{{#ACTION_OUTCOME_CORRECT}}更正公示{{/ACTION_OUTCOME_CORRECT}}{{#ACTION_OUTCOME_APPROVE}}批准公示{{/ACTION_OUTCOME_APPROVE}}{{#ACTION_OUTCOME_RETURN}}退回公示稿{{/ACTION_OUTCOME_RETURN}}{{#ACTION_OUTCOME_DROP}}不公示{{/ACTION_OUTCOME_DROP}}{{#ACTION_OUTCOME_REVIEW}}在公示里注明复核情况{{/ACTION_OUTCOME_REVIEW}}{{#ACTION_OUTCOME_WITHDRAW}}撤下公示{{/ACTION_OUTCOME_WITHDRAW}}{{#ACTION_OUTCOME_STAND_IN_APPROVE}}代为批准公示{{/ACTION_OUTCOME_STAND_IN_APPROVE}}{{#ACTION_OUTCOME_STAND_IN_WITHDRAW}}代为撤下公示{{/ACTION_OUTCOME_STAND_IN_WITHDRAW}}{{#ACTION_REPLY_TEMPLATE_SAVE}}改答复文本{{/ACTION_REPLY_TEMPLATE_SAVE}}{{#ACTION_ROUTING_SAVE}}改分派规则{{/ACTION_ROUTING_SAVE}} <span class="said">{{ACTION}}</span></td>
				<td class="govuk-table__cell" data-label="对象">{{SUBJECT}}</td>
				<td class="govuk-table__cell audit__detail" data-label="改了什么">{{#IS_RIGHT}}<span>通过</span> {{/IS_RIGHT}}{{#IS_WRONG}}<span>没有通过</span> {{/IS_WRONG}}{{#WITH_RECOVERY}}<span>用恢复码</span> {{/WITH_RECOVERY}}{{#WITH_CONFIRM}}<span>改之前确认本人</span> {{/WITH_CONFIRM}}{{#CAUSE_ANONYMOUS}}<span>提交人改为匿名</span> {{/CAUSE_ANONYMOUS}}{{#CAUSE_OTHER_STATE}}<span>这一件已经不在这一步</span> {{/CAUSE_OTHER_STATE}}{{#CAUSE_NOT_THE_LEAD}}<span>不是主办单位</span> {{/CAUSE_NOT_THE_LEAD}}{{#CAUSE_BARRED}}<span>经手过，要回避</span> {{/CAUSE_BARRED}}{{#CAUSE_HANDLER_BARRED}}<span>选的人经手过，要回避</span> {{/CAUSE_HANDLER_BARRED}}{{#CAUSE_KIND_STAYS}}<span>受理后不能改类别</span> {{/CAUSE_KIND_STAYS}}{{#CAUSE_HAS_KIND}}<span>这封信已有这一类的件</span> {{/CAUSE_HAS_KIND}}{{#CAUSE_REQUEST_WAITS}}<span>同样的申请正等决定</span> {{/CAUSE_REQUEST_WAITS}}{{#CAUSE_NO_EXTENSION}}<span>这一类不能延长</span> {{/CAUSE_NO_EXTENSION}}{{#CAUSE_EXTENDED_BEFORE}}<span>已经延长过</span> {{/CAUSE_EXTENDED_BEFORE}}{{#CAUSE_CLOCK_STANDS}}<span>计时停着</span> {{/CAUSE_CLOCK_STANDS}}{{#CAUSE_REQUEST_DECIDED}}<span>申请已经决定</span> {{/CAUSE_REQUEST_DECIDED}}{{#CAUSE_REQUEST_ENDED}}<span>申请已经不用决定</span> {{/CAUSE_REQUEST_ENDED}}{{#CAUSE_OWN_REQUEST}}<span>自己提的申请</span> {{/CAUSE_OWN_REQUEST}}{{#CAUSE_MEETING_OPEN}}<span>已经提请会议</span> {{/CAUSE_MEETING_OPEN}}{{#CAUSE_MEETING_DECIDED}}<span>会议已有意见</span> {{/CAUSE_MEETING_DECIDED}}{{#CAUSE_NOTE_STAYS}}<span>记录过了撤回的时间，或不是本人写的</span> {{/CAUSE_NOTE_STAYS}}{{#CAUSE_TASK_WAS_DONE}}<span>任务已经完成</span> {{/CAUSE_TASK_WAS_DONE}}{{#CAUSE_ATTACHMENT_STAYS}}<span>附件过了收回的时间，或不是本人附上的</span> {{/CAUSE_ATTACHMENT_STAYS}}{{#IF_MORE}}<span>一分钟里又有 {{MORE}} 次</span> {{/IF_MORE}}{{#DETAILS}}<span>{{KEY}}：{{VALUE}}</span> {{/DETAILS}}</td>
				<td class="govuk-table__cell audit__detail" data-label="理由">{{REASON}}{{#IF_REASON_ERASED}}<span class="said">已按规定删除</span>{{/IF_REASON_ERASED}}</td>
			</tr>
			{{/ROWS}}
		</tbody>
	</table>
	</div>
	{{/HAS_ROWS}}
	<nav class="audit-pages" aria-label="翻页">{{#LATER_PAGE}}<a class="govuk-link" href="{{NEWEST_LINK}}">最新一页</a> {{/LATER_PAGE}}{{#IF_OLDER_LINK}}<a class="govuk-link" href="{{OLDER_LINK}}">更早的</a>{{/IF_OLDER_LINK}}</nav>
	{{#IF_HEAD}}
	<h2 class="govuk-heading-m">现在的链头</h2>
	<p class="govuk-body">每一条都接着前一条算出校验值。把下面这一行抄在别处，以后运行 <span class="code">shanyu audit verify --head</span> 加上它，就能证明到这里为止没有被改过、删过。</p>
	<p class="code audit__head">{{HEAD}}</p>
	{{/IF_HEAD}}
</main>
</div>
{{>FOOTER}}
