{{%AUTOESCAPE context="HTML"}}
{{#NOTICE}}<div class="done" role="status">{{#DONE_HOLD}}已经改了。保留的件到期不删。{{/DONE_HOLD}}{{#DONE_TRIAGE}}分好类了。受理前可以再改。{{/DONE_TRIAGE}}{{#DONE_ACCEPT}}已受理，提交人看得到。{{/DONE_ACCEPT}}{{#DONE_REJECT}}已告知不予受理。{{/DONE_REJECT}}{{#DONE_TRANSFER}}已转出，提交人看得到。{{/DONE_TRANSFER}}{{#DONE_SPLIT}}已拆出一件。{{/DONE_SPLIT}}{{#DONE_MERGE}}已合并。{{/DONE_MERGE}}{{#DONE_REOPEN}}已收回来，重新办理。{{/DONE_REOPEN}}{{#DONE_OVERRULE}}已撤销不予受理。{{/DONE_OVERRULE}}{{#DONE_DISPATCH}}已交办。主办单位接收前可以收回。{{/DONE_DISPATCH}}{{#DONE_REDISPATCH}}已重新交办。{{/DONE_REDISPATCH}}{{#DONE_RECALL}}已收回交办。{{/DONE_RECALL}}{{#DONE_TAKE}}已接收，由您承办。{{/DONE_TAKE}}{{#DONE_RETURN}}已退回受理台。{{/DONE_RETURN}}{{#DONE_ASSIGN}}承办人定好了。{{/DONE_ASSIGN}}{{#DONE_REPLY}}已答复，提交人看得到。{{/DONE_REPLY}}{{#DONE_ASK}}申请提出了，等负责人决定。{{/DONE_ASK}}{{#DONE_DECIDE}}已决定。{{/DONE_DECIDE}}{{#DONE_RESUME}}已恢复计时。{{/DONE_RESUME}}{{#DONE_CLOSE}}已办结。{{/DONE_CLOSE}}{{#DONE_REVIEW}}复核完，已办结。{{/DONE_REVIEW}}{{#DONE_ARCHIVE}}已归档。{{/DONE_ARCHIVE}}{{#DONE_MESSAGE}}已发给提交人。{{/DONE_MESSAGE}}{{#DONE_SEEN}}标为看过了。{{/DONE_SEEN}}{{#DONE_ATTACH}}附上了，只在工作台看得到。附错了十分钟内可以收回。{{/DONE_ATTACH}}{{#DONE_ATTACHMENT_WITHDRAW}}附件已撤下。{{/DONE_ATTACHMENT_WITHDRAW}}{{#DONE_ATTACHMENT_UNDO}}附件已收回。{{/DONE_ATTACHMENT_UNDO}}{{#DONE_NOTE}}记下了，提交人看不到。写错了十分钟内可以撤回。{{/DONE_NOTE}}{{#DONE_NOTE_UNDO}}记录已撤回。{{/DONE_NOTE_UNDO}}{{#DONE_TASK}}任务交代了。{{/DONE_TASK}}{{#DONE_TASK_DONE}}任务完成了。{{/DONE_TASK_DONE}}{{#DONE_SUPERVISE}}督办已更改。{{/DONE_SUPERVISE}}{{#DONE_MEETING}}已提请联席会议。{{/DONE_MEETING}}{{#DONE_MEETING_DECIDE}}已记下会议意见。{{/DONE_MEETING_DECIDE}}</div>{{/NOTICE}}
{{#MISTAKES}}
<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
<h2 class="govuk-error-summary__title">{{#CHANGED}}别人刚刚改过，这一步没有做{{/CHANGED}}{{#LATE}}期限已过，这一步不能做了{{/LATE}}{{#EARLY}}还不到时候：提交人评价的期限还没有过{{/EARLY}}{{#UNFIT}}选的或写的对不上{{/UNFIT}}{{#UNSAID}}还缺内容{{/UNSAID}}{{#FORBIDDEN}}这一步没有做{{/FORBIDDEN}}{{#ERRORS}}没有做成{{/ERRORS}}</h2>
<div class="govuk-error-summary__body">
{{#CHANGED}}<p>下面是最新的情况（也可能是提交人刚补充了话）。请看一看，再决定要不要做；您写的还在。</p>{{/CHANGED}}
{{#CAUSE_OTHER_STATE}}<p>这一件现在是“{{STATE_NAME}}”，这一步已经不能做了。</p>{{/CAUSE_OTHER_STATE}}
{{#CAUSE_NOT_THE_LEAD}}<p>这一步由主办单位来做，现在的主办单位不是您的单位。</p>{{/CAUSE_NOT_THE_LEAD}}
{{#CAUSE_BARRED}}<p>这一件您经手过，提交人说没有解决，要由别人来办。</p>{{/CAUSE_BARRED}}
{{#CAUSE_HANDLER_BARRED}}<p>这个人经手过这一件，提交人说没有解决，请换一位。</p>{{/CAUSE_HANDLER_BARRED}}
{{#CAUSE_KIND_STAYS}}<p>已经受理，类别不能再改；要另立一类请用“拆成两件”。</p>{{/CAUSE_KIND_STAYS}}
{{#CAUSE_HAS_KIND}}<p>这封信已经有这一类的一件了，不能再拆出一件。</p>{{/CAUSE_HAS_KIND}}
{{#CAUSE_REQUEST_WAITS}}<p>同样的申请已经提过，正等决定，不用再提。</p>{{/CAUSE_REQUEST_WAITS}}
{{#CAUSE_NO_EXTENSION}}<p>这一类的期限不能延长。</p>{{/CAUSE_NO_EXTENSION}}
{{#CAUSE_EXTENDED_BEFORE}}<p>已经延长过一次，不能再延长。</p>{{/CAUSE_EXTENDED_BEFORE}}
{{#CAUSE_LAST_DAY_OVER}}<p>答复的期限已经过了，不能再延长。</p>{{/CAUSE_LAST_DAY_OVER}}
{{#CAUSE_CLOCK_STANDS}}<p>计时停着。恢复计时以后才能再申请，或同意别的申请。</p>{{/CAUSE_CLOCK_STANDS}}
{{#CAUSE_REQUEST_DECIDED}}<p>这个申请已经决定过了。</p>{{/CAUSE_REQUEST_DECIDED}}
{{#CAUSE_REQUEST_ENDED}}<p>这个申请不用决定了：这一件后来已经是“{{STATE_NAME}}”。</p>{{/CAUSE_REQUEST_ENDED}}
{{#CAUSE_OWN_REQUEST}}<p>自己提的申请，要由另一位负责人决定。</p>{{/CAUSE_OWN_REQUEST}}
{{#CAUSE_MEETING_OPEN}}<p>这一件已经提请联席会议了。</p>{{/CAUSE_MEETING_OPEN}}
{{#CAUSE_MEETING_DECIDED}}<p>会议对这一件的意见已经记下，或者它还没有列入会议。</p>{{/CAUSE_MEETING_DECIDED}}
{{#CAUSE_NOTE_STAYS}}<p>记录只能由写的人在十分钟内撤回。</p>{{/CAUSE_NOTE_STAYS}}
{{#CAUSE_TASK_WAS_DONE}}<p>这个任务已经完成了。</p>{{/CAUSE_TASK_WAS_DONE}}
{{#CAUSE_RETURN_OVER}}<p>退回的期限已经过了，这一件由本单位办理。</p>{{/CAUSE_RETURN_OVER}}
{{#CAUSE_FINDING_OF_OTHER_KIND}}<p>“{{KIND_NAME}}”没有这个结论，请从列出的结论里选。</p>{{/CAUSE_FINDING_OF_OTHER_KIND}}
{{#CAUSE_PLACEHOLDER_LEFT}}<p>“{{PLACEHOLDER}}”还没有换成具体的内容，没有发出。请改好再发。</p>{{/CAUSE_PLACEHOLDER_LEFT}}
{{#CAUSE_NO_SUCH_CHOICE}}<p>有一项选的对不上，请从列出的选项里选。</p>{{/CAUSE_NO_SUCH_CHOICE}}
{{#CAUSE_NO_SUCH_OFFICER}}<p>这个人不在可以选的人里：账号停用了，或者不是这个单位的。</p>{{/CAUSE_NO_SUCH_OFFICER}}
{{#CAUSE_NO_SUCH_DEPARTMENT}}<p>没有这个单位，请从列出的单位里选。</p>{{/CAUSE_NO_SUCH_DEPARTMENT}}
{{#CAUSE_NO_SUCH_STREET}}<p>没有这个街镇，请从列出的街镇里选。</p>{{/CAUSE_NO_SUCH_STREET}}
{{#CAUSE_NO_SUCH_DAY}}<p>日期对不上，请写成 2026-12-01 的样子。</p>{{/CAUSE_NO_SUCH_DAY}}
{{#CAUSE_MERGE_UNKNOWN}}<p>没有编号是“{{MERGED_INTO}}”的件，请核对编号。</p>{{/CAUSE_MERGE_UNKNOWN}}
{{#CAUSE_MERGE_ITSELF}}<p>“{{MERGED_INTO}}”就是这一件，请写另一件的编号。</p>{{/CAUSE_MERGE_ITSELF}}
{{#CAUSE_MERGE_OTHER_KIND}}<p>“{{MERGED_INTO}}”是另一类，期限不同，不能合并。</p>{{/CAUSE_MERGE_OTHER_KIND}}
{{#CAUSE_MERGE_ANSWERED}}<p>“{{MERGED_INTO}}”已经答复过了，不能再并入。</p>{{/CAUSE_MERGE_ANSWERED}}
{{#CAUSE_MERGE_ENDED}}<p>“{{MERGED_INTO}}”已经办结、转出、不予受理或并入了别的件，不能再并入。</p>{{/CAUSE_MERGE_ENDED}}
{{#CAUSE_MERGE_ELSEWHERE}}<p>“{{MERGED_INTO}}”说的是另一家机构或另一个地方。请看一看是不是一件事；确实是，请在表单里确认，再合并。</p>{{/CAUSE_MERGE_ELSEWHERE}}
{{#FORBIDDEN}}{{#NO_CAUSE}}<p>您的账号不能做这一步。</p>{{/NO_CAUSE}}{{#IF_TYPED_COUNT}}<p>您写的在下面，可以复制。</p>{{/IF_TYPED_COUNT}}{{/FORBIDDEN}}
{{#UNSAID}}<p>请把结论、给提交人的话或理由写全；转给、介绍给别的单位的，要写是哪个单位。</p>{{/UNSAID}}
<ul class="govuk-list govuk-error-summary__list">{{#ATTACHMENT_PROBLEM}}<li><a href="#attachment-problem">原因写在附件那里</a></li>{{/ATTACHMENT_PROBLEM}}{{>MISTAKE name="text" at="{{ACTION}}-text" what="内容"}}
	{{>MISTAKE name="note" at="{{ACTION}}-note" what="给提交人的话"}}
	{{>MISTAKE name="reason" at="{{ACTION}}-reason" what="理由"}}
	{{>MISTAKE name="passed_to" at="{{ACTION}}-passed_to" what="转给哪个单位"}}
	{{>MISTAKE_OF_CHOICE name="kind" at="{{ACTION}}-kind" what="类别"}}
	{{>MISTAKE_OF_CHOICE name="reject_ground" at="{{ACTION}}-reject_ground" what="不予受理的依据"}}
	{{>MISTAKE_OF_CHOICE name="merged_into" at="{{ACTION}}-merged_into" what="并入哪一件的编号"}}
	{{>MISTAKE_OF_CHOICE name="lead" at="{{ACTION}}-lead" what="主办单位"}}
	{{>MISTAKE_OF_CHOICE name="handler" at="{{ACTION}}-handler" what="承办人"}}
	{{>MISTAKE_OF_CHOICE name="verdict" at="{{ACTION}}-verdict" what="结论"}}
	{{>MISTAKE_OF_CHOICE name="what" at="{{ACTION}}-what" what="申请什么"}}
	{{>MISTAKE name="why" at="{{ACTION}}-why" what="为什么要上会"}}
	{{>MISTAKE_OF_CHOICE name="assignee" at="{{ACTION}}-assignee" what="交给谁" | out_of_range="这个人看不到这一件，请从列出的人里选"}}
	{{>MISTAKE_OF_CHOICE name="due_on" at="{{ACTION}}-due_on" what="期限"}}
	{{>MISTAKE_OF_CHOICE name="urgency" at="{{ACTION}}-urgency" what="缓急"}}
	{{>MISTAKE_OF_CHOICE name="granted" at="{{ACTION}}-granted" what="是否同意"}}
	{{>MISTAKE_OF_CHOICE name="supervised" at="{{ACTION}}-supervised" what="是否督办"}}
	{{>MISTAKE name="resolution" at="{{ACTION}}-resolution" what="会议意见"}}
	{{>MISTAKE_OF_CHOICE name="state" at="{{ACTION}}-state" what="怎么处理"}}
	{{>MISTAKE name="decision_note" at="{{ACTION}}-decision_note" what="内部意见"}}</ul>
{{#TYPED}}<blockquote class="written typed">{{WORDS:pre_escape}}</blockquote>{{/TYPED}}
</div></div></div>
{{/MISTAKES}}
