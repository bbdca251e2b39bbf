{{%AUTOESCAPE context="HTML"}}
{{#DO_REDISPATCH}}
<section class="next" aria-labelledby="redispatch-title"><h3 class="govuk-heading-s" id="redispatch-title">或者：换人重新调查</h3>
<form action="/cases/{{NUMBER}}/redispatch" method="post" class="act" id="redispatch" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
{{#IF_ROUTING_RULE}}<p class="govuk-inset-text">规则 <strong>{{ROUTING_RULE}}</strong> 建议：{{ROUTING_NOTE}}。改了也可以，会记为人工选择。</p>{{/IF_ROUTING_RULE}}{{#NO_ROUTING_RULE}}<p class="govuk-inset-text">没有合适的分派规则，请人工选择。</p>{{/NO_ROUTING_RULE}}
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="redispatch-lead">主办单位</label>{{#LEAD_MISSING}}<p class="govuk-error-message" id="redispatch-lead-error">请填写主办单位</p>{{/LEAD_MISSING}}{{#LEAD_OUT_OF_RANGE}}<p class="govuk-error-message">主办单位太长或太短</p>{{/LEAD_OUT_OF_RANGE}}{{#LEAD_MALFORMED}}<p class="govuk-error-message">主办单位里有不能用的字符</p>{{/LEAD_MALFORMED}}<select class="govuk-select" id="redispatch-lead" name="lead"><option value="">请选择</option>{{#LEAD_OPTIONS}}<option value="{{CODE}}"{{#IF_CHOSEN}} selected{{/IF_CHOSEN}}>{{NAME}}</option>{{/LEAD_OPTIONS}}</select></div>
<fieldset class="govuk-fieldset govuk-form-group"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">协办单位（可以不选）</legend><div class="govuk-checkboxes govuk-checkboxes--small choices">{{#ASSIST_OPTIONS}}<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="redispatch-{{CODE}}" name="assists" type="checkbox" value="{{CODE}}"{{#IF_CHOSEN}} checked{{/IF_CHOSEN}}><label class="govuk-label govuk-checkboxes__label" for="redispatch-{{CODE}}">{{NAME}}</label></div>{{/ASSIST_OPTIONS}}</div></fieldset>
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="redispatch-note">给提交人的话（可以不写）</label><div class="govuk-hint" id="redispatch-note-hint">提交人用回执码会看到</div>{{#NOTE_MISSING}}<p class="govuk-error-message" id="redispatch-note-error">请填写给提交人的话</p>{{/NOTE_MISSING}}{{#NOTE_OUT_OF_RANGE}}<p class="govuk-error-message">给提交人的话太长或太短</p>{{/NOTE_OUT_OF_RANGE}}{{#NOTE_MALFORMED}}<p class="govuk-error-message">给提交人的话里有不能用的字符</p>{{/NOTE_MALFORMED}}<textarea class="govuk-textarea" id="redispatch-note" name="note" rows="2" maxlength="5000" aria-describedby="redispatch-note-hint">{{NOTE:pre_escape}}</textarea></div>
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="redispatch-reason">为什么重新调查</label><div class="govuk-hint" id="redispatch-reason-hint">只在内部看到</div>{{#REASON_MISSING}}<p class="govuk-error-message" id="redispatch-reason-error">请填写理由</p>{{/REASON_MISSING}}{{#REASON_OUT_OF_RANGE}}<p class="govuk-error-message">理由太长或太短</p>{{/REASON_OUT_OF_RANGE}}{{#REASON_MALFORMED}}<p class="govuk-error-message">理由里有不能用的字符</p>{{/REASON_MALFORMED}}<textarea class="govuk-textarea" id="redispatch-reason" name="reason" rows="2" maxlength="5000" aria-describedby="redispatch-reason-hint">{{REASON:pre_escape}}</textarea></div>
<button type="submit" class="govuk-button govuk-button--secondary">重新交办</button></form>
</section>
{{/DO_REDISPATCH}}
{{#DO_CLOSE}}
<section class="next" aria-labelledby="close-title"><h3 class="govuk-heading-s" id="close-title">办结</h3>
<form action="/cases/{{NUMBER}}/close" method="post" class="act" id="close" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
<p class="govuk-body">提交人过了评价的期限还没有说话，才能由受理台办结。</p><div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="close-reason">理由</label><div class="govuk-hint" id="close-reason-hint">只在内部看到</div>{{#REASON_MISSING}}<p class="govuk-error-message" id="close-reason-error">请填写理由</p>{{/REASON_MISSING}}{{#REASON_OUT_OF_RANGE}}<p class="govuk-error-message">理由太长或太短</p>{{/REASON_OUT_OF_RANGE}}{{#REASON_MALFORMED}}<p class="govuk-error-message">理由里有不能用的字符</p>{{/REASON_MALFORMED}}<textarea class="govuk-textarea" id="close-reason" name="reason" rows="2" maxlength="5000" aria-describedby="close-reason-hint">{{REASON:pre_escape}}</textarea></div>
<button type="submit" class="govuk-button">办结</button></form>
</section>
{{/DO_CLOSE}}
{{#DO_ARCHIVE}}
<section class="next" aria-labelledby="archive-title"><h3 class="govuk-heading-s" id="archive-title">归档</h3>
<form action="/cases/{{NUMBER}}/archive" method="post" class="act" id="archive" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">

<button type="submit" class="govuk-button">归档</button></form>
</section>
{{/DO_ARCHIVE}}
{{#DO_OVERRULE}}
<section class="next" aria-labelledby="overrule-title"><h3 class="govuk-heading-s" id="overrule-title">撤销“不予受理”</h3>
<form action="/cases/{{NUMBER}}/overrule" method="post" class="act" id="overrule" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="overrule-note">给提交人的话</label><div class="govuk-hint" id="overrule-note-hint">提交人用回执码会看到</div>{{#NOTE_MISSING}}<p class="govuk-error-message" id="overrule-note-error">请填写给提交人的话</p>{{/NOTE_MISSING}}{{#NOTE_OUT_OF_RANGE}}<p class="govuk-error-message">给提交人的话太长或太短</p>{{/NOTE_OUT_OF_RANGE}}{{#NOTE_MALFORMED}}<p class="govuk-error-message">给提交人的话里有不能用的字符</p>{{/NOTE_MALFORMED}}<textarea class="govuk-textarea" id="overrule-note" name="note" rows="3" maxlength="5000" aria-describedby="overrule-note-hint">{{NOTE:pre_escape}}</textarea></div><div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="overrule-reason">为什么（可以不写）</label><div class="govuk-hint" id="overrule-reason-hint">只在内部看到</div>{{#REASON_MISSING}}<p class="govuk-error-message" id="overrule-reason-error">请填写理由</p>{{/REASON_MISSING}}{{#REASON_OUT_OF_RANGE}}<p class="govuk-error-message">理由太长或太短</p>{{/REASON_OUT_OF_RANGE}}{{#REASON_MALFORMED}}<p class="govuk-error-message">理由里有不能用的字符</p>{{/REASON_MALFORMED}}<textarea class="govuk-textarea" id="overrule-reason" name="reason" rows="2" maxlength="5000" aria-describedby="overrule-reason-hint">{{REASON:pre_escape}}</textarea></div>
<button type="submit" class="govuk-button">撤销，重新受理</button></form>
</section>
{{/DO_OVERRULE}}
{{#DO_REOPEN}}
<section class="next" aria-labelledby="reopen-title"><h3 class="govuk-heading-s" id="reopen-title">重新办理</h3>
<form action="/cases/{{NUMBER}}/reopen" method="post" class="act" id="reopen" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="reopen-note">给提交人的话</label><div class="govuk-hint" id="reopen-note-hint">提交人用回执码会看到</div>{{#NOTE_MISSING}}<p class="govuk-error-message" id="reopen-note-error">请填写给提交人的话</p>{{/NOTE_MISSING}}{{#NOTE_OUT_OF_RANGE}}<p class="govuk-error-message">给提交人的话太长或太短</p>{{/NOTE_OUT_OF_RANGE}}{{#NOTE_MALFORMED}}<p class="govuk-error-message">给提交人的话里有不能用的字符</p>{{/NOTE_MALFORMED}}<textarea class="govuk-textarea" id="reopen-note" name="note" rows="3" maxlength="5000" aria-describedby="reopen-note-hint">{{NOTE:pre_escape}}</textarea></div><div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="reopen-reason">为什么（可以不写）</label><div class="govuk-hint" id="reopen-reason-hint">只在内部看到</div>{{#REASON_MISSING}}<p class="govuk-error-message" id="reopen-reason-error">请填写理由</p>{{/REASON_MISSING}}{{#REASON_OUT_OF_RANGE}}<p class="govuk-error-message">理由太长或太短</p>{{/REASON_OUT_OF_RANGE}}{{#REASON_MALFORMED}}<p class="govuk-error-message">理由里有不能用的字符</p>{{/REASON_MALFORMED}}<textarea class="govuk-textarea" id="reopen-reason" name="reason" rows="2" maxlength="5000" aria-describedby="reopen-reason-hint">{{REASON:pre_escape}}</textarea></div>
<button type="submit" class="govuk-button govuk-button--secondary">收回来，重新办理</button></form>
</section>
{{/DO_REOPEN}}
