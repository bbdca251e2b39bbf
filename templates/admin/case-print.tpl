{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{NUMBER}} 案卷 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper paper" id="main" tabindex="-1">
<p class="print-hidden"><a class="govuk-back-link" href="/cases/{{NUMBER}}">回到这一件</a></p>
<h1 class="govuk-heading-l">{{NUMBER}} {{KIND_NAME}}：{{#IF_FACILITY_NAME}}{{FACILITY_NAME}}{{/IF_FACILITY_NAME}}{{#NO_FACILITY_NAME}}{{PLACE}}{{/NO_FACILITY_NAME}}</h1>
<p class="govuk-body">{{STATE_NAME}}。{{RECEIVED_AT}} 收到{{#IF_ACCEPTED_AT}}，{{ACCEPTED_AT}} 受理{{/IF_ACCEPTED_AT}}{{#IF_DECIDED_AT}}，{{DECIDED_AT}} 答复{{/IF_DECIDED_AT}}{{#IF_CLOSED_AT}}，{{CLOSED_AT}} 结束{{/IF_CLOSED_AT}}。{{#IF_MATTER_NAME}}事项：{{MATTER_NAME}}。{{/IF_MATTER_NAME}}{{#IF_STREET_NAME}}{{STREET_NAME}}。{{/IF_STREET_NAME}}{{#IF_LEAD_NAME}}主办：{{LEAD_NAME}}{{#IF_HANDLER_NAME}}，{{HANDLER_NAME}}{{/IF_HANDLER_NAME}}。{{/IF_LEAD_NAME}}{{#IF_ANONYMOUS}}匿名。{{/IF_ANONYMOUS}}{{#NO_ANONYMOUS}}{{#IF_HAS_CONTACT}}留了联系方式。{{/IF_HAS_CONTACT}}{{#NO_HAS_CONTACT}}没有留联系方式。{{/NO_HAS_CONTACT}}{{/NO_ANONYMOUS}}{{#IF_IS_URGENT}}加急。{{/IF_IS_URGENT}}{{#IF_SUPERVISED}}督办。{{/IF_SUPERVISED}}</p>
<h2 class="govuk-heading-m">来信</h2>
<p class="written">{{STORY:pre_escape}}</p>
{{#IF_WISH}}<p class="written"><strong>希望：</strong>{{WISH:pre_escape}}</p>{{/IF_WISH}}
{{#IF_HAPPENED}}<p class="govuk-body"><strong>时间：</strong>{{HAPPENED}}</p>{{/IF_HAPPENED}}
{{#GOING_ON_YES}}<p class="govuk-body"><strong>还在发生：</strong>是</p>{{/GOING_ON_YES}}{{#GOING_ON_NO}}<p class="govuk-body"><strong>还在发生：</strong>否</p>{{/GOING_ON_NO}}{{#GOING_ON_UNKNOWN}}<p class="govuk-body"><strong>还在发生：</strong>不清楚</p>{{/GOING_ON_UNKNOWN}}
{{#IF_PLACE}}<p class="govuk-body"><strong>地方：</strong>{{PLACE}}</p>{{/IF_PLACE}}
{{#IF_SAID_KIND_NAME}}<p class="govuk-body"><strong>提交人选的种类：</strong>{{SAID_KIND_NAME}}</p>{{/IF_SAID_KIND_NAME}}
{{#IF_REPLY_BY_NAME}}<p class="govuk-body"><strong>怎么看答复：</strong>{{REPLY_BY_NAME}}</p>{{/IF_REPLY_BY_NAME}}
{{#IF_FILES_COUNT}}<h2 class="govuk-heading-m">证据</h2>
<div class="scroll" tabindex="0" role="region" aria-label="证据清单"><table class="govuk-table"><thead><tr><th scope="col" class="govuk-table__header">序号</th><th scope="col" class="govuk-table__header">名称</th><th scope="col" class="govuk-table__header">大小</th><th scope="col" class="govuk-table__header">SHA-256</th></tr></thead><tbody>{{#FILES}}<tr><td class="govuk-table__cell">{{POSITION}}</td><td class="govuk-table__cell">{{DECLARED}}</td><td class="govuk-table__cell">{{KILOBYTES}} KB</td><td class="govuk-table__cell code">{{SHA256}}</td></tr>{{/FILES}}</tbody></table></div>{{/IF_FILES_COUNT}}
{{#IF_ATTACHMENTS_COUNT}}<h2 class="govuk-heading-m">附件</h2>
<div class="scroll" tabindex="0" role="region" aria-label="附件清单"><table class="govuk-table"><thead><tr><th scope="col" class="govuk-table__header">序号</th><th scope="col" class="govuk-table__header">种类</th><th scope="col" class="govuk-table__header">名称</th><th scope="col" class="govuk-table__header">附上</th><th scope="col" class="govuk-table__header">SHA-256</th></tr></thead><tbody>{{#ATTACHMENTS}}<tr><td class="govuk-table__cell">{{POSITION}}</td><td class="govuk-table__cell">{{KIND_NAME}}</td><td class="govuk-table__cell">{{NAME}}{{#IF_WITHDRAWN_AT}}（已撤下）{{/IF_WITHDRAWN_AT}}{{#IF_EXPIRED}}（已过期）{{/IF_EXPIRED}}</td><td class="govuk-table__cell">{{ATTACHED_AT}} {{ATTACHED_BY_NAME}}</td><td class="govuk-table__cell code">{{SHA256}}</td></tr>{{/ATTACHMENTS}}</tbody></table></div>{{/IF_ATTACHMENTS_COUNT}}
<h2 class="govuk-heading-m">经过</h2>
<div class="scroll" tabindex="0" role="region" aria-label="办理经过"><table class="govuk-table"><thead><tr><th scope="col" class="govuk-table__header">时间</th><th scope="col" class="govuk-table__header">状态</th><th scope="col" class="govuk-table__header">经手</th><th scope="col" class="govuk-table__header">说明</th></tr></thead><tbody>{{#STEPS}}<tr><td class="govuk-table__cell">{{AT}}</td><td class="govuk-table__cell">{{STATE_NAME}}</td><td class="govuk-table__cell">{{WHO_NAME}}</td><td class="govuk-table__cell written">{{NOTE:pre_escape}}{{#IF_REASON}}（内部：{{REASON:pre_escape}}）{{/IF_REASON}}</td></tr>{{/STEPS}}</tbody></table></div>
{{#IF_ROUNDS_COUNT}}<h2 class="govuk-heading-m">交办</h2>
<ul class="govuk-list">{{#ROUNDS}}<li>第 {{ROUND}} 轮{{#IF_LEADS}}主办{{/IF_LEADS}}{{#NO_LEADS}}协办{{/NO_LEADS}}：{{DEPARTMENT_NAME}}{{#IF_LEADS}}，{{DISPATCHED_AT}}{{#IF_RULE}}，规则 {{RULE}}{{/IF_RULE}}{{#IF_RETURNED_AT}}；{{RETURNED_AT}} 退回：{{RETURN_REASON}}{{/IF_RETURNED_AT}}{{/IF_LEADS}}</li>{{/ROUNDS}}</ul>{{/IF_ROUNDS_COUNT}}
{{#IF_NOTES_COUNT}}<h2 class="govuk-heading-m">内部记录</h2>
{{#NOTES}}<p class="written"><strong>{{AT}} {{WHO_NAME}}，{{KIND_NAME}}：</strong>{{TEXT:pre_escape}}</p>{{/NOTES}}{{/IF_NOTES_COUNT}}
{{#IF_MESSAGES_COUNT}}<h2 class="govuk-heading-m">与提交人的往来</h2>
{{#MESSAGES}}<p class="written"><strong>{{AT}} {{#IF_FROM_REPORTER}}提交人{{/IF_FROM_REPORTER}}{{#NO_FROM_REPORTER}}{{WHO_NAME}}{{/NO_FROM_REPORTER}}：</strong>{{TEXT:pre_escape}}</p>{{/MESSAGES}}{{/IF_MESSAGES_COUNT}}
{{#IF_REQUESTS_COUNT}}<h2 class="govuk-heading-m">申请</h2>
{{#REQUESTS}}<p class="written"><strong>{{ASKED_AT}} {{ASKED_BY_NAME}} 申请{{#IF_IS_EXTENSION}}延期{{/IF_IS_EXTENSION}}{{#NO_IS_EXTENSION}}暂停计时{{/NO_IS_EXTENSION}}：</strong>{{REASON:pre_escape}}{{#NO_OPEN}}（{{DECIDED_AT}} {{DECIDED_BY_NAME}} {{#IF_GRANTED}}同意{{/IF_GRANTED}}{{#NO_GRANTED}}不同意{{/NO_GRANTED}}{{#IF_DECISION_NOTE}}：{{DECISION_NOTE:pre_escape}}{{/IF_DECISION_NOTE}}）{{/NO_OPEN}}</p>{{/REQUESTS}}{{/IF_REQUESTS_COUNT}}
{{#IF_FINDINGS_COUNT}}<h2 class="govuk-heading-m">结论</h2>
{{#FINDINGS}}<p class="written"><strong>{{MADE_AT}} {{MADE_BY_NAME}}，{{VERDICT_NAME}}{{#IF_PASSED_TO}}：{{PASSED_TO}}{{/IF_PASSED_TO}}</strong><br>{{TEXT:pre_escape}}</p>{{/FINDINGS}}{{/IF_FINDINGS_COUNT}}
{{#MESSAGES_MORE}}<p class="said">往来只印最近 1000 条，更早的请在网页上看。</p>{{/MESSAGES_MORE}}{{#NOTES_MORE}}<p class="said">内部记录只印最近 1000 条，更早的请在网页上看。</p>{{/NOTES_MORE}}{{#STEPS_MORE}}<p class="said">经过只印最近 1000 步，更早的请在网页上看。</p>{{/STEPS_MORE}}
<p class="said">{{ACCOUNT_FULL_NAME}} {{PRINTED_AT}} 打印，已记入审计。不含提交人的联系方式；不得交给被反映的单位。</p>
</main>
</div>
{{>FOOTER}}
