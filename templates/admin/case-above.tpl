{{%AUTOESCAPE context="HTML"}}
{{#DO_SUPERVISE}}
<details class="govuk-details fold"{{#OPEN}} open{{/OPEN}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">{{#IF_SUPERVISED}}取消督办{{/IF_SUPERVISED}}{{#NO_SUPERVISED}}督办{{/NO_SUPERVISED}}</span></summary><div class="govuk-details__text">
<form action="/cases/{{NUMBER}}/supervise" method="post" class="act" id="supervise" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
<input type="hidden" name="supervised" value="{{#IF_SUPERVISED}}no{{/IF_SUPERVISED}}{{#NO_SUPERVISED}}yes{{/NO_SUPERVISED}}"><div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="supervise-reason">理由</label><div class="govuk-hint" id="supervise-reason-hint">只在内部看到</div>{{#REASON_MISSING}}<p class="govuk-error-message" id="supervise-reason-error">请填写理由</p>{{/REASON_MISSING}}{{#REASON_OUT_OF_RANGE}}<p class="govuk-error-message">理由太长或太短</p>{{/REASON_OUT_OF_RANGE}}{{#REASON_MALFORMED}}<p class="govuk-error-message">理由里有不能用的字符</p>{{/REASON_MALFORMED}}<textarea class="govuk-textarea" id="supervise-reason" name="reason" rows="2" maxlength="5000" aria-describedby="supervise-reason-hint">{{REASON:pre_escape}}</textarea></div>
<button type="submit" class="govuk-button govuk-button--secondary">{{#IF_SUPERVISED}}取消督办{{/IF_SUPERVISED}}{{#NO_SUPERVISED}}督办这一件{{/NO_SUPERVISED}}</button></form>
</div></details>
{{/DO_SUPERVISE}}
{{#DO_MEETING}}
<details class="govuk-details fold"{{#OPEN}} open{{/OPEN}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">提请联席会议</span></summary><div class="govuk-details__text">
<form action="/cases/{{NUMBER}}/meeting" method="post" class="act" id="meeting" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="meeting-why">为什么要上会</label><div class="govuk-hint" id="meeting-why-hint">各单位意见不一、一家办不成的</div>{{#WHY_MISSING}}<p class="govuk-error-message" id="meeting-why-error">请填写为什么要上会</p>{{/WHY_MISSING}}{{#WHY_OUT_OF_RANGE}}<p class="govuk-error-message">为什么要上会太长或太短</p>{{/WHY_OUT_OF_RANGE}}{{#WHY_MALFORMED}}<p class="govuk-error-message">为什么要上会里有不能用的字符</p>{{/WHY_MALFORMED}}<textarea class="govuk-textarea" id="meeting-why" name="why" rows="3" maxlength="5000" aria-describedby="meeting-why-hint">{{WHY:pre_escape}}</textarea></div>
<button type="submit" class="govuk-button govuk-button--secondary">提请</button></form>
</div></details>
{{/DO_MEETING}}
