{{%AUTOESCAPE context="HTML"}}
{{#DO_DISPATCH}}
<section class="next" aria-labelledby="dispatch-title"><h3 class="govuk-heading-s" id="dispatch-title">交办</h3>
<form action="/cases/{{NUMBER}}/dispatch" method="post" class="act" id="dispatch" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
{{#IF_ROUTING_RULE}}<p class="govuk-inset-text">规则 <strong>{{ROUTING_RULE}}</strong> 建议：{{ROUTING_NOTE}}。改了也可以，会记为人工选择。</p>{{/IF_ROUTING_RULE}}{{#NO_ROUTING_RULE}}<p class="govuk-inset-text">没有合适的分派规则，请人工选择。</p>{{/NO_ROUTING_RULE}}
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="dispatch-lead">主办单位</label>{{#LEAD_MISSING}}<p class="govuk-error-message" id="dispatch-lead-error">请填写主办单位</p>{{/LEAD_MISSING}}{{#LEAD_OUT_OF_RANGE}}<p class="govuk-error-message">主办单位对不上，请重新填</p>{{/LEAD_OUT_OF_RANGE}}{{#LEAD_MALFORMED}}<p class="govuk-error-message">主办单位里有不能用的字符</p>{{/LEAD_MALFORMED}}<select class="govuk-select" id="dispatch-lead" name="lead"><option value="">请选择</option>{{#LEAD_OPTIONS}}<option value="{{CODE}}"{{#IF_CHOSEN}} selected{{/IF_CHOSEN}}>{{NAME}}</option>{{/LEAD_OPTIONS}}</select></div>
<fieldset class="govuk-fieldset govuk-form-group"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">协办单位（可以不选）</legend><div class="govuk-checkboxes govuk-checkboxes--small choices">{{#ASSIST_OPTIONS}}<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="dispatch-{{CODE}}" name="assists" type="checkbox" value="{{CODE}}"{{#IF_CHOSEN}} checked{{/IF_CHOSEN}}><label class="govuk-label govuk-checkboxes__label" for="dispatch-{{CODE}}">{{NAME}}</label></div>{{/ASSIST_OPTIONS}}</div></fieldset>
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="dispatch-note">给提交人的话（可以不写）</label><div class="govuk-hint" id="dispatch-note-hint">提交人用回执码会看到</div>{{#NOTE_MISSING}}<p class="govuk-error-message" id="dispatch-note-error">请填写给提交人的话</p>{{/NOTE_MISSING}}{{#NOTE_OUT_OF_RANGE}}<p class="govuk-error-message">给提交人的话最多 {{NOTE_MOST}} 字，现在 {{NOTE_LENGTH}} 字</p>{{/NOTE_OUT_OF_RANGE}}{{#NOTE_MALFORMED}}<p class="govuk-error-message">给提交人的话里有不能用的字符</p>{{/NOTE_MALFORMED}}<textarea class="govuk-textarea" id="dispatch-note" name="note" rows="2" data-most="5000" data-counter="dispatch-note-count" aria-describedby="dispatch-note-hint dispatch-note-count">{{NOTE:pre_escape}}</textarea><p class="govuk-hint count" id="dispatch-note-count" data-left="还可以写 # 字" data-over="多了 # 字，请删短" role="status">最多 5,000 字</p></div>
<button type="submit" class="govuk-button">交办</button></form>
</section>
{{/DO_DISPATCH}}
{{#DO_TAKE}}
<section class="next" aria-labelledby="take-title"><h3 class="govuk-heading-s" id="take-title">接收</h3>
<form action="/cases/{{NUMBER}}/take" method="post" class="act" id="take" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
<p class="govuk-body">接收后由您承办，答复期限照常计算。</p>
<button type="submit" class="govuk-button">接收办理</button></form>
</section>
{{/DO_TAKE}}
{{#DO_RESUME}}
<section class="next" aria-labelledby="resume-title"><h3 class="govuk-heading-s" id="resume-title">继续办理</h3>
<form action="/cases/{{NUMBER}}/resume" method="post" class="act" id="resume" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="resume-note">给提交人的话（可以不写）</label><div class="govuk-hint" id="resume-note-hint">提交人用回执码会看到</div>{{#NOTE_MISSING}}<p class="govuk-error-message" id="resume-note-error">请填写给提交人的话</p>{{/NOTE_MISSING}}{{#NOTE_OUT_OF_RANGE}}<p class="govuk-error-message">给提交人的话最多 {{NOTE_MOST}} 字，现在 {{NOTE_LENGTH}} 字</p>{{/NOTE_OUT_OF_RANGE}}{{#NOTE_MALFORMED}}<p class="govuk-error-message">给提交人的话里有不能用的字符</p>{{/NOTE_MALFORMED}}<textarea class="govuk-textarea" id="resume-note" name="note" rows="2" data-most="5000" data-counter="resume-note-count" aria-describedby="resume-note-hint resume-note-count">{{NOTE:pre_escape}}</textarea><p class="govuk-hint count" id="resume-note-count" data-left="还可以写 # 字" data-over="多了 # 字，请删短" role="status">最多 5,000 字</p></div>
<button type="submit" class="govuk-button">恢复计时，继续办理</button></form>
</section>
{{/DO_RESUME}}
