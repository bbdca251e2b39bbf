{{%AUTOESCAPE context="HTML"}}
{{#DO_RETURN}}
<details class="govuk-details fold"{{#OPEN}} open{{/OPEN}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">退回：不属于本单位职责</span></summary><div class="govuk-details__text">
{{>CASE_FORM action="return"}}
<p class="govuk-body">最晚 {{#ROUNDS}}{{#IF_NEWEST}}{{#IF_LEADS}}{{RETURN_UNTIL}}{{/IF_LEADS}}{{/IF_NEWEST}}{{/ROUNDS}} 退回，过时就要办下去。</p>
{{>FIELD_TEXTAREA name="reason" id="return-reason" label="理由" size="s" hint="只在内部看到，请写依据" most="5,000" rows="3"}}
<button type="submit" class="govuk-button govuk-button--secondary">退回受理台</button></form>
</div></details>
{{/DO_RETURN}}
{{#RETURN_OVER}}<p class="govuk-body said">退回的期限已过，这一件由本单位办理。</p>{{/RETURN_OVER}}
{{#DO_ASK}}
<details class="govuk-details fold"{{#OPEN}} open{{/OPEN}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">申请延期或暂停计时</span></summary><div class="govuk-details__text">
{{>CASE_FORM action="ask"}}
{{>FIELD_CHOICES name="what" id="ask-what" set="ask-what" of="radios" class="govuk-radios--small" label="申请什么"}}{{#MAY_EXTEND}}{{>RADIO name="what" id="ask-extension" value="EXTENSION" label="延长办理期限（只有一次，到期前申请）" chosen="IF_CHOSEN"}}{{/MAY_EXTEND}}{{#MAY_SUSPEND}}{{>RADIO name="what" id="ask-suspension" value="SUSPENSION" label="暂停计时，等检测或专家意见" chosen="IF_CHOSEN"}}{{/MAY_SUSPEND}}{{>CHOICES_END}}
{{>FIELD_TEXTAREA name="reason" id="ask-reason" label="理由" size="s" hint="由另一位负责人决定" most="5,000" rows="3"}}
<button type="submit" class="govuk-button govuk-button--secondary">提出申请</button></form>
</div></details>
{{/DO_ASK}}
{{#MAY_NOT_EXTEND}}<p class="govuk-body said">延期：{{#CAUSE_NO_EXTENSION}}这一类的期限不能延长{{/CAUSE_NO_EXTENSION}}{{#CAUSE_EXTENDED_BEFORE}}已经延长过一次，不能再延长{{/CAUSE_EXTENDED_BEFORE}}{{#CAUSE_LAST_DAY_OVER}}答复的期限已经过了，不能再延长{{/CAUSE_LAST_DAY_OVER}}{{#CAUSE_REQUEST_WAITS}}申请已经提过，正等决定{{/CAUSE_REQUEST_WAITS}}。</p>{{/MAY_NOT_EXTEND}}
{{#MAY_NOT_SUSPEND}}<p class="govuk-body said">暂停计时：{{#CAUSE_NO_EXTENSION}}这一类的期限不能延长{{/CAUSE_NO_EXTENSION}}{{#CAUSE_EXTENDED_BEFORE}}已经延长过一次，不能再延长{{/CAUSE_EXTENDED_BEFORE}}{{#CAUSE_LAST_DAY_OVER}}答复的期限已经过了，不能再延长{{/CAUSE_LAST_DAY_OVER}}{{#CAUSE_REQUEST_WAITS}}申请已经提过，正等决定{{/CAUSE_REQUEST_WAITS}}。</p>{{/MAY_NOT_SUSPEND}}
{{#DO_ASSIGN}}
<details class="govuk-details fold"{{#OPEN}} open{{/OPEN}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">换承办人</span></summary><div class="govuk-details__text">
{{>CASE_FORM action="assign"}}
{{>FIELD_SELECT name="handler" id="assign-handler" label="本单位由谁承办" what="承办人" size="s" options="OFFICER_OPTIONS" none="请选择" code="{{ACCOUNT}}" text="{{FULL_NAME}}"}}
<button type="submit" class="govuk-button govuk-button--secondary">定下</button></form>
</div></details>
{{/DO_ASSIGN}}
