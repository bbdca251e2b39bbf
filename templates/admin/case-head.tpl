{{%AUTOESCAPE context="HTML"}}
<header class="case__head">
<p class="case__number"><span class="code">{{NUMBER}}</span> <strong class="govuk-tag">{{STATE_NAME}}</strong>{{#IF_IS_EMERGENCY}} <strong class="govuk-tag tag--late">紧急情况</strong>{{/IF_IS_EMERGENCY}}{{#IF_IS_URGENT}} <strong class="govuk-tag tag--late">加急</strong>{{/IF_IS_URGENT}}{{#IF_SUPERVISED}} <strong class="govuk-tag tag--late">督办</strong>{{/IF_SUPERVISED}}{{#IF_REOPENED}} <strong class="govuk-tag">第 {{REOPENED}} 次说没解决</strong>{{/IF_REOPENED}}</p>
<h1 class="govuk-heading-l case__title">{{KIND_NAME}}：{{#IF_FACILITY_NAME}}{{FACILITY_NAME}}{{/IF_FACILITY_NAME}}{{#NO_FACILITY_NAME}}{{PLACE}}{{/NO_FACILITY_NAME}}</h1>
<dl class="case__facts">
<div><dt>期限</dt><dd>{{#DUE}}{{#STEP_FORWARD}}转交{{/STEP_FORWARD}}{{#STEP_ACCEPT}}告知是否受理{{/STEP_ACCEPT}}{{#STEP_REPLY}}答复{{/STEP_REPLY}}{{#STEP_TELL}}告知结果{{/STEP_TELL}}{{#STEP_REVIEW}}复核{{/STEP_REVIEW}} <strong>{{DAY}}</strong>{{#OVER}} <strong class="late">已超期{{#IF_DAYS_OVER}} {{DAYS_OVER}} 个工作日{{/IF_DAYS_OVER}}</strong>{{/OVER}}{{#TODAY}} <strong class="late">就是今天</strong>{{/TODAY}}{{#IF_DAYS_LEFT}}，还有 {{DAYS_LEFT}} 个工作日{{/IF_DAYS_LEFT}}{{#IF_PROVISIONAL}}（暂定）{{/IF_PROVISIONAL}}{{/DUE}}{{#STATE_SUSPENDED}} 暂停计时，从 {{SUSPENDED_AT}} 起{{/STATE_SUSPENDED}}{{#IF_CLOSED_AT}}{{CLOSED_AT}} 结束{{/IF_CLOSED_AT}}</dd></div>
<div><dt>收到</dt><dd>{{RECEIVED_AT}}</dd></div>
<div><dt>事项</dt><dd>{{#IF_MATTER_NAME}}{{MATTER_NAME}}{{/IF_MATTER_NAME}}{{#NO_MATTER_NAME}}未定{{/NO_MATTER_NAME}}</dd></div>
<div><dt>主办</dt><dd>{{#IF_LEAD_NAME}}{{LEAD_NAME}}{{/IF_LEAD_NAME}}{{#NO_LEAD_NAME}}还没有交办{{/NO_LEAD_NAME}}{{#IF_HANDLER_NAME}}，{{HANDLER_NAME}}{{/IF_HANDLER_NAME}}</dd></div>
<div><dt>街镇</dt><dd>{{#IF_STREET_NAME}}{{STREET_NAME}}{{/IF_STREET_NAME}}{{#NO_STREET_NAME}}未定{{/NO_STREET_NAME}}</dd></div>
<div><dt>提交人</dt><dd>{{#IF_ANONYMOUS}}匿名{{/IF_ANONYMOUS}}{{#NO_ANONYMOUS}}{{#IF_HAS_CONTACT}}留了联系方式{{/IF_HAS_CONTACT}}{{#NO_HAS_CONTACT}}没有留联系方式{{/NO_HAS_CONTACT}}{{/NO_ANONYMOUS}}</dd></div>
</dl>
{{#IF_MERGED_INTO}}<p class="govuk-inset-text">已并入 <a class="govuk-link" href="/cases/{{MERGED_INTO}}">{{MERGED_INTO}}</a>，和它一起答复。本件自己的期限照常计算。</p>{{/IF_MERGED_INTO}}
{{#IF_REJECT_GROUND_NAME}}<p class="govuk-inset-text">不予受理：{{REJECT_GROUND_NAME}}</p>{{/IF_REJECT_GROUND_NAME}}
{{#IF_PASSED_TO}}<p class="govuk-inset-text">已转给：{{PASSED_TO}}</p>{{/IF_PASSED_TO}}
{{#IF_ERASED_AT}}<p class="govuk-inset-text">{{ERASED_AT}} 已按规定删除来信、材料、往来和内部记录。只留编号、类别、日期、经过和结论。</p>{{/IF_ERASED_AT}}
{{#IF_HELD_AT}}<p class="govuk-inset-text">保留，到期不删：{{HOLD_REASON}} <span class="said">{{HELD_AT}} {{HELD_BY_NAME}}</span></p>{{/IF_HELD_AT}}
{{#IF_QUARANTINED}}<p class="govuk-inset-text">这一件填了只有程序才看得到的栏目，可能是机器提交的，请先看内容再办。</p>{{/IF_QUARANTINED}}
<p class="case__links"><a class="govuk-link" href="/cases/{{NUMBER}}/print">打印这一件</a>{{#IF_FACILITY_CODE}} <a class="govuk-link" href="/cases?facility={{FACILITY_CODE:url_query_escape}}">这家机构的其他件</a>{{/IF_FACILITY_CODE}}</p>
</header>
