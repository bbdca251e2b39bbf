{{%AUTOESCAPE context="HTML"}}
{{#DO_REDISPATCH}}
<section class="next" aria-labelledby="redispatch-title"><h3 class="govuk-heading-s" id="redispatch-title">或者：换人重新调查</h3>
{{>CASE_FORM action="redispatch"}}
{{#IF_ROUTING_RULE}}<p class="govuk-inset-text">规则 <strong>{{ROUTING_RULE}}</strong> 建议：{{ROUTING_NOTE}}。改了也可以，会记为人工选择。</p>{{/IF_ROUTING_RULE}}{{#NO_ROUTING_RULE}}<p class="govuk-inset-text">没有合适的分派规则，请人工选择。</p>{{/NO_ROUTING_RULE}}
{{>FIELD_SELECT name="lead" id="redispatch-lead" label="主办单位" size="s" options="LEAD_OPTIONS" none="请选择"}}
<fieldset class="govuk-fieldset govuk-form-group"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">协办单位（可以不选）</legend><div class="govuk-checkboxes govuk-checkboxes--small choices">{{#ASSIST_OPTIONS}}{{>CHECKBOX name="assists" id="redispatch-{{CODE}}" value="{{CODE}}" label="{{NAME}}" chosen="IF_CHOSEN"}}{{/ASSIST_OPTIONS}}</div></fieldset>
{{>FIELD_TEXTAREA name="note" id="redispatch-note" label="给提交人的话（可以不写）" what="给提交人的话" size="s" hint="提交人用回执码会看到" most="5,000" rows="2"}}
{{>FIELD_TEXTAREA name="reason" id="redispatch-reason" label="为什么重新调查" what="理由" size="s" hint="只在内部看到" most="5,000" rows="2"}}
<button type="submit" class="govuk-button govuk-button--secondary">重新交办</button></form>
</section>
{{/DO_REDISPATCH}}
{{#DO_CLOSE}}
<section class="next" aria-labelledby="close-title"><h3 class="govuk-heading-s" id="close-title">办结</h3>
{{>CASE_FORM action="close"}}
<p class="govuk-body">提交人过了评价的期限还没有说话，才能由受理台办结。</p>
{{>FIELD_TEXTAREA name="reason" id="close-reason" label="理由" size="s" hint="只在内部看到" most="5,000" rows="2"}}
<button type="submit" class="govuk-button">办结</button></form>
</section>
{{/DO_CLOSE}}
{{#DO_ARCHIVE}}
<section class="next" aria-labelledby="archive-title"><h3 class="govuk-heading-s" id="archive-title">归档</h3>
{{>CASE_FORM action="archive"}}

<button type="submit" class="govuk-button">归档</button></form>
</section>
{{/DO_ARCHIVE}}
{{#DO_OVERRULE}}
<section class="next" aria-labelledby="overrule-title"><h3 class="govuk-heading-s" id="overrule-title">撤销“不予受理”</h3>
{{>CASE_FORM action="overrule"}}
{{>FIELD_TEXTAREA name="note" id="overrule-note" label="给提交人的话" size="s" hint="提交人用回执码会看到" most="5,000" rows="3"}}
{{>FIELD_TEXTAREA name="reason" id="overrule-reason" label="为什么（可以不写）" what="理由" size="s" hint="只在内部看到" most="5,000" rows="2"}}
<button type="submit" class="govuk-button">撤销，重新受理</button></form>
</section>
{{/DO_OVERRULE}}
{{#DO_REOPEN}}
<section class="next" aria-labelledby="reopen-title"><h3 class="govuk-heading-s" id="reopen-title">重新办理</h3>
{{>CASE_FORM action="reopen"}}
{{>FIELD_TEXTAREA name="note" id="reopen-note" label="给提交人的话" size="s" hint="提交人用回执码会看到" most="5,000" rows="3"}}
{{>FIELD_TEXTAREA name="reason" id="reopen-reason" label="为什么（可以不写）" what="理由" size="s" hint="只在内部看到" most="5,000" rows="2"}}
<button type="submit" class="govuk-button govuk-button--secondary">收回来，重新办理</button></form>
</section>
{{/DO_REOPEN}}
