{{%AUTOESCAPE context="HTML"}}
{{#STATE_RECEIVED}}{{#DO_TRIAGE}}
<section class="next" aria-labelledby="triage-title"><h3 class="govuk-heading-s" id="triage-title">分类</h3>
<form action="/cases/{{NUMBER}}/triage" method="post" class="act" id="triage" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
{{#IF_SUGGESTED}}<p class="govuk-inset-text">事项是按来信里的词建议的，请核对。</p>{{/IF_SUGGESTED}}
<div class="fields">
{{#IF_KIND_STAYS}}<input type="hidden" name="kind" value="{{KIND}}"><p class="govuk-body">类别：{{KIND_NAME}}（已受理，不能再改；要另立一类请用“拆成两件”）</p>{{/IF_KIND_STAYS}}{{#NO_KIND_STAYS}}<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="triage-kind">类别</label><div class="govuk-hint" id="triage-kind-hint">决定办理期限</div>{{#KIND_MISSING}}<p class="govuk-error-message" id="triage-kind-error">请填写类别</p>{{/KIND_MISSING}}{{#KIND_OUT_OF_RANGE}}<p class="govuk-error-message">类别太长或太短</p>{{/KIND_OUT_OF_RANGE}}{{#KIND_MALFORMED}}<p class="govuk-error-message">类别里有不能用的字符</p>{{/KIND_MALFORMED}}<select class="govuk-select" id="triage-kind" name="kind" aria-describedby="triage-kind-hint">{{#KIND_OPTIONS}}<option value="{{CODE}}"{{#IF_CHOSEN}} selected{{/IF_CHOSEN}}>{{NAME}}</option>{{/KIND_OPTIONS}}</select></div>{{/NO_KIND_STAYS}}
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="triage-matter">事项</label><div class="govuk-hint" id="triage-matter-hint">决定分派给谁</div><select class="govuk-select" id="triage-matter" name="matter" aria-describedby="triage-matter-hint"><option value="">还不清楚</option>{{#MATTER_OPTIONS}}<option value="{{CODE}}"{{#IF_CHOSEN}} selected{{/IF_CHOSEN}}>{{NAME}}</option>{{/MATTER_OPTIONS}}</select></div>
{{#IF_STREET_STAYS}}<input type="hidden" name="street_code" value="{{STREET_CODE}}">{{/IF_STREET_STAYS}}{{#NO_STREET_STAYS}}<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="triage-street_code">在哪个街镇</label><select class="govuk-select" id="triage-street_code" name="street_code"><option value="">还不清楚</option>{{#STREET_OPTIONS}}<option value="{{CODE}}"{{#IF_CHOSEN}} selected{{/IF_CHOSEN}}>{{NAME}}</option>{{/STREET_OPTIONS}}</select></div>{{/NO_STREET_STAYS}}
<fieldset class="govuk-fieldset govuk-form-group"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">缓急</legend><div class="govuk-radios govuk-radios--small govuk-radios--inline"><div class="govuk-radios__item"><input class="govuk-radios__input" id="triage-ordinary" name="urgency" type="radio" value="ORDINARY"{{#NO_URGENT}} checked{{/NO_URGENT}}><label class="govuk-label govuk-radios__label" for="triage-ordinary">一般</label></div><div class="govuk-radios__item"><input class="govuk-radios__input" id="triage-urgent" name="urgency" type="radio" value="URGENT"{{#IF_URGENT}} checked{{/IF_URGENT}}><label class="govuk-label govuk-radios__label" for="triage-urgent">紧急</label></div></div></fieldset>
</div>
<button type="submit" class="govuk-button">分好类，往下办</button></form>
</section>
{{/DO_TRIAGE}}
{{/STATE_RECEIVED}}
{{#DO_ACCEPT}}
<section class="next" aria-labelledby="accept-title"><h3 class="govuk-heading-s" id="accept-title">受理</h3>
{{#IF_REPLY_TEMPLATES_COUNT}}<form action="/cases/{{NUMBER}}#accept" method="get" class="begin"><input type="hidden" name="form" value="accept"><label class="govuk-label" for="accept-template">从常用文字开始</label><span class="begin__row"><select class="govuk-select" id="accept-template" name="template">{{#REPLY_TEMPLATES}}<option value="{{CODE}}">{{TITLE}}</option>{{/REPLY_TEMPLATES}}</select><button type="submit" class="govuk-button govuk-button--secondary">填入</button></span></form>
{{/IF_REPLY_TEMPLATES_COUNT}}<form action="/cases/{{NUMBER}}/accept" method="post" class="act" id="accept" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="accept-note">给提交人的话（可以不写）</label><div class="govuk-hint" id="accept-note-hint">提交人用回执码会看到</div>{{#NOTE_MISSING}}<p class="govuk-error-message" id="accept-note-error">请填写给提交人的话</p>{{/NOTE_MISSING}}{{#NOTE_OUT_OF_RANGE}}<p class="govuk-error-message">给提交人的话太长或太短</p>{{/NOTE_OUT_OF_RANGE}}{{#NOTE_MALFORMED}}<p class="govuk-error-message">给提交人的话里有不能用的字符</p>{{/NOTE_MALFORMED}}<textarea class="govuk-textarea" id="accept-note" name="note" rows="3" maxlength="5000" aria-describedby="accept-note-hint">{{NOTE:pre_escape}}</textarea></div>
<button type="submit" class="govuk-button">受理</button></form>
</section>
{{/DO_ACCEPT}}
