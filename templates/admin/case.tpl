{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#MISTAKES}}请改一下：{{/MISTAKES}}{{NUMBER}} {{#IF_FACILITY_NAME}}{{FACILITY_NAME}}{{/IF_FACILITY_NAME}}{{#NO_FACILITY_NAME}}{{PLACE}}{{/NO_FACILITY_NAME}} - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper case" id="main" tabindex="-1">
{{>CASE_NOTICE}}
{{>CASE_HEAD}}
<div class="case__columns">
<div class="case__main">
<section class="case__next" aria-labelledby="next-title"><h2 class="govuk-heading-m" id="next-title">下一步</h2>
<p class="govuk-body">{{#STATE_RECEIVED}}先看信，定下类别、事项和街镇。{{/STATE_RECEIVED}}{{#STATE_TRIAGED}}决定受理、不予受理、转出，还是并入另一件。{{/STATE_TRIAGED}}{{#STATE_ACCEPTED}}交给主办单位。{{/STATE_ACCEPTED}}{{#STATE_DISPATCHED}}等主办单位接收。{{/STATE_DISPATCHED}}{{#STATE_RETURNED_BY_DEPT}}主办单位说不归它管：换一家重新交办，各说各的就提请联席会议。{{/STATE_RETURNED_BY_DEPT}}{{#STATE_HANDLING}}调查处理，记下经过，写好结论答复。{{/STATE_HANDLING}}{{#STATE_SUSPENDED}}计时停着。结果一到就恢复。{{/STATE_SUSPENDED}}{{#STATE_REPLIED}}等提交人说解决了没有。{{/STATE_REPLIED}}{{#STATE_REVIEW}}提交人说没有解决：由没有经手过的负责人复核，或者换人重新调查。{{/STATE_REVIEW}}{{#STATE_MERGED}}随并入的那一件一起答复。{{/STATE_MERGED}}{{#STATE_REJECTED}}已经告知提交人。{{/STATE_REJECTED}}{{#STATE_TRANSFERRED_OUT}}已经告知提交人转到哪里。{{/STATE_TRANSFERRED_OUT}}{{#STATE_CLOSED}}办完了。{{/STATE_CLOSED}}{{#STATE_ARCHIVED}}办完，已归档。{{/STATE_ARCHIVED}}</p>
{{#BARRED}}<p class="govuk-inset-text">这一件您经手过，提交人说没有解决，要由别人来办。</p>{{/BARRED}}
{{>CASE_BEGIN}}
{{>CASE_HANDLE}}
{{>CASE_REPLY}}
{{>CASE_AGAIN}}
<div class="case__other">
{{>CASE_DESK}}
{{>CASE_DEPARTMENT}}
{{>CASE_ABOVE}}
</div>
</section>
{{>CASE_LETTER}}
{{>ATTACHMENTS}}
{{>CASE_MESSAGES}}
{{>CASE_OUTCOME}}
{{>CASE_LOG}}
</div>
<div class="case__side">
{{>CASE_NOTES}}
{{>CASE_TASKS}}
{{>CASE_REQUESTS}}
{{>CASE_RELATED}}
{{>CASE_DEADLINES}}
<details class="govuk-details fold" id="flow"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">办理流程图</span></summary><div class="govuk-details__text">{{FLOW_CHART:none}}</div></details>
</div>
</div>
</main>
</div>
{{>FOOTER}}
