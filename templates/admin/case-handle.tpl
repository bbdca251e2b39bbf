{{%AUTOESCAPE context="HTML"}}
{{#DO_DISPATCH}}
<section class="next" aria-labelledby="dispatch-title"><h3 class="govuk-heading-s" id="dispatch-title">交办</h3>
{{>CASE_FORM action="dispatch"}}
{{#IF_ROUTING_RULE}}<p class="govuk-inset-text">规则 <strong>{{ROUTING_RULE}}</strong> 建议：{{ROUTING_NOTE}}。改了也可以，会记为人工选择。</p>{{/IF_ROUTING_RULE}}{{#NO_ROUTING_RULE}}<p class="govuk-inset-text">没有合适的分派规则，请人工选择。</p>{{/NO_ROUTING_RULE}}
{{>FIELD_SELECT name="lead" id="dispatch-lead" label="主办单位" size="s" options="LEAD_OPTIONS" none="请选择"}}
<fieldset class="govuk-fieldset govuk-form-group"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">协办单位（可以不选）</legend><div class="govuk-checkboxes govuk-checkboxes--small choices">{{#ASSIST_OPTIONS}}{{>CHECKBOX name="assists" id="dispatch-{{CODE}}" value="{{CODE}}" label="{{NAME}}" chosen="IF_CHOSEN"}}{{/ASSIST_OPTIONS}}</div></fieldset>
{{>FIELD_TEXTAREA name="note" id="dispatch-note" label="给提交人的话（可以不写）" what="给提交人的话" size="s" hint="提交人用回执码会看到" most="5,000" rows="2"}}
<button type="submit" class="govuk-button">交办</button></form>
</section>
{{/DO_DISPATCH}}
{{#DO_TAKE}}
<section class="next" aria-labelledby="take-title"><h3 class="govuk-heading-s" id="take-title">接收</h3>
{{>CASE_FORM action="take"}}
<p class="govuk-body">接收后由您承办，答复期限照常计算。</p>
<button type="submit" class="govuk-button">接收办理</button></form>
</section>
{{/DO_TAKE}}
{{#DO_RESUME}}
<section class="next" aria-labelledby="resume-title"><h3 class="govuk-heading-s" id="resume-title">继续办理</h3>
{{>CASE_FORM action="resume"}}
{{>FIELD_TEXTAREA name="note" id="resume-note" label="给提交人的话（可以不写）" what="给提交人的话" size="s" hint="提交人用回执码会看到" most="5,000" rows="2"}}
<button type="submit" class="govuk-button">恢复计时，继续办理</button></form>
</section>
{{/DO_RESUME}}
