{{%AUTOESCAPE context="HTML"}}
{{#DO_SUPERVISE}}
<details class="govuk-details fold"{{#OPEN}} open{{/OPEN}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">{{#IF_SUPERVISED}}取消督办{{/IF_SUPERVISED}}{{#NO_SUPERVISED}}督办{{/NO_SUPERVISED}}</span></summary><div class="govuk-details__text">
{{>CASE_FORM action="supervise"}}
<input type="hidden" name="supervised" value="{{#IF_SUPERVISED}}no{{/IF_SUPERVISED}}{{#NO_SUPERVISED}}yes{{/NO_SUPERVISED}}">
{{>FIELD_TEXTAREA name="reason" id="supervise-reason" label="理由" size="s" hint="只在内部看到" most="5,000" rows="2"}}
<button type="submit" class="govuk-button govuk-button--secondary">{{#IF_SUPERVISED}}取消督办{{/IF_SUPERVISED}}{{#NO_SUPERVISED}}督办这一件{{/NO_SUPERVISED}}</button></form>
</div></details>
{{/DO_SUPERVISE}}
{{#DO_HOLD}}
<details class="govuk-details fold"{{#OPEN}} open{{/OPEN}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">{{#IF_HELD_AT}}不再保留{{/IF_HELD_AT}}{{#NO_HELD_AT}}保留，到期不删{{/NO_HELD_AT}}</span></summary><div class="govuk-details__text">
{{>CASE_FORM action="hold"}}
<input type="hidden" name="held" value="{{#IF_HELD_AT}}no{{/IF_HELD_AT}}{{#NO_HELD_AT}}yes{{/NO_HELD_AT}}">
{{>FIELD_TEXTAREA name="reason" id="hold-reason" label="理由" size="s" hint="例如：在诉讼，或上级要查。只在内部看到" most="5,000" rows="2"}}
<button type="submit" class="govuk-button govuk-button--secondary">{{#IF_HELD_AT}}不再保留{{/IF_HELD_AT}}{{#NO_HELD_AT}}保留，到期不删{{/NO_HELD_AT}}</button></form>
</div></details>
{{/DO_HOLD}}
{{#DO_MEETING}}
<details class="govuk-details fold"{{#OPEN}} open{{/OPEN}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">提请联席会议</span></summary><div class="govuk-details__text">
{{>CASE_FORM action="meeting"}}
{{>FIELD_TEXTAREA name="why" id="meeting-why" label="为什么要上会" size="s" hint="各单位意见不一、一家办不成的" most="5,000" rows="3"}}
<button type="submit" class="govuk-button govuk-button--secondary">提请</button></form>
</div></details>
{{/DO_MEETING}}
