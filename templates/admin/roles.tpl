{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>谁能做什么 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main" tabindex="-1">
	<h1 class="govuk-heading-l">谁能做什么</h1>
	<p class="govuk-body">一个账号能有几个角色，能做的事加在一起；责任督学、审计、系统管理只能单独有。看得到哪些件，另由账号的范围定：全区、街镇、部门或机构，没有定范围的什么都看不到。系统管理看不到任何件；审计什么都不能改。拟稿的人不能审批自己参与过的稿，有两个角色也不能。</p>
	<div class="wide-table" tabindex="0" role="region" aria-label="谁能做什么">
	<table class="govuk-table roles">
		<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">能做的事</th><th scope="col" class="govuk-table__header">区级受理台</th><th scope="col" class="govuk-table__header">街镇经办</th><th scope="col" class="govuk-table__header">部门经办</th><th scope="col" class="govuk-table__header">责任督学</th><th scope="col" class="govuk-table__header">公示拟稿</th><th scope="col" class="govuk-table__header">审批</th><th scope="col" class="govuk-table__header">审计</th><th scope="col" class="govuk-table__header">系统管理</th></tr></thead>
		<tbody class="govuk-table__body">
			{{#VERBS}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{{#VERB_OWN}}登录，管自己的账号{{/VERB_OWN}}{{#VERB_CASE_READ}}看投诉举报件{{/VERB_CASE_READ}}{{#VERB_CASE_TRIAGE}}分拣：定类别、拆分、合并、不予受理、转出、办结{{/VERB_CASE_TRIAGE}}{{#VERB_CASE_DISPATCH}}交办{{/VERB_CASE_DISPATCH}}{{#VERB_CASE_HANDLE}}承办：接件、退回、申请延期、答复{{/VERB_CASE_HANDLE}}{{#VERB_CASE_NOTE}}写内部记录和任务{{/VERB_CASE_NOTE}}{{#VERB_CASE_MESSAGE}}给举报人留言{{/VERB_CASE_MESSAGE}}{{#VERB_CASE_DECIDE}}批延期和暂停、结束复核、督办、联席会议{{/VERB_CASE_DECIDE}}{{#VERB_CASE_IDENTITY}}看举报人是谁（要写理由，记入审计）{{/VERB_CASE_IDENTITY}}{{#VERB_CASE_EXPORT}}导出{{/VERB_CASE_EXPORT}}{{#VERB_FILE_ATTACH}}附上文件，撤下附件{{/VERB_FILE_ATTACH}}{{#VERB_ROUTING_EDIT}}改分派规则{{/VERB_ROUTING_EDIT}}{{#VERB_TEMPLATE_EDIT}}改答复模板{{/VERB_TEMPLATE_EDIT}}{{#VERB_OUTCOME_PREPARE}}起草结果公示{{/VERB_OUTCOME_PREPARE}}{{#VERB_OUTCOME_APPROVE}}批准结果公示{{/VERB_OUTCOME_APPROVE}}{{#VERB_OUTCOME_STAND_IN}}没有合适的审批人时，代为批准或撤回结果公示{{/VERB_OUTCOME_STAND_IN}}{{#VERB_NUMBERS_READ}}看数据{{/VERB_NUMBERS_READ}}{{#VERB_AUDIT_READ}}看审计{{/VERB_AUDIT_READ}}{{#VERB_ACCOUNT_MANAGE}}管账号{{/VERB_ACCOUNT_MANAGE}}</th>{{#CELLS}}<td class="govuk-table__cell roles__cell{{#MAY_NOT}} roles__cell--not{{/MAY_NOT}}"><span class="roles__who">{{#CELL_DESK}}区级受理台{{/CELL_DESK}}{{#CELL_STREET}}街镇经办{{/CELL_STREET}}{{#CELL_DEPARTMENT}}部门经办{{/CELL_DEPARTMENT}}{{#CELL_SUPERVISOR}}责任督学{{/CELL_SUPERVISOR}}{{#CELL_PUBLISHER}}公示拟稿{{/CELL_PUBLISHER}}{{#CELL_APPROVER}}审批{{/CELL_APPROVER}}{{#CELL_AUDITOR}}审计{{/CELL_AUDITOR}}{{#CELL_ADMINISTRATOR}}系统管理{{/CELL_ADMINISTRATOR}}</span><span class="roles__word">{{#MAY}}可以{{/MAY}}{{#MAY_NOT}}不可以{{/MAY_NOT}}</span></td>{{/CELLS}}</tr>
			{{/VERBS}}
		</tbody>
	</table>
	</div>
</main>
</div>
{{>FOOTER}}
