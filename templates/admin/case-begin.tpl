{{%AUTOESCAPE context="HTML"}}
{{#STATE_RECEIVED}}{{#DO_TRIAGE}}
<section class="next" aria-labelledby="triage-title"><h3 class="govuk-heading-s" id="triage-title">分类</h3>
{{>CASE_FORM action="triage"}}
{{#IF_SUGGESTED}}<p class="govuk-inset-text">事项是按来信里的词建议的，请核对。</p>{{/IF_SUGGESTED}}
<div class="fields">
{{#IF_KIND_STAYS}}<input type="hidden" name="kind" value="{{KIND}}"><p class="govuk-body">类别：{{KIND_NAME}}（已受理，不能再改；要另立一类请用“拆成两件”）</p>{{/IF_KIND_STAYS}}{{#NO_KIND_STAYS}}
{{>FIELD_SELECT name="kind" id="triage-kind" label="类别" size="s" hint="决定办理期限" options="KIND_OPTIONS"}}{{/NO_KIND_STAYS}}
{{>FIELD_SELECT name="matter" id="triage-matter" label="事项" size="s" hint="决定分派给谁" options="MATTER_OPTIONS" none="还不清楚"}}
{{#IF_STREET_STAYS}}<input type="hidden" name="street_code" value="{{STREET_CODE}}">{{/IF_STREET_STAYS}}{{#NO_STREET_STAYS}}
{{>FIELD_SELECT name="street_code" id="triage-street_code" label="在哪个街镇" size="s" options="STREET_OPTIONS" none="还不清楚"}}{{/NO_STREET_STAYS}}
{{>FIELD_CHOICES name="urgency" id="triage-urgency" set="triage-urgency" of="radios" class="govuk-radios--small govuk-radios--inline" label="缓急"}}{{>RADIO name="urgency" id="triage-ordinary" value="ORDINARY" label="一般" chosen="NO_URGENT"}}{{>RADIO name="urgency" id="triage-urgent" value="URGENT" label="紧急" chosen="IF_URGENT"}}{{>CHOICES_END}}
</div>
<button type="submit" class="govuk-button">分好类，往下办</button></form>
</section>
{{/DO_TRIAGE}}
{{/STATE_RECEIVED}}
{{#DO_ACCEPT}}
<section class="next" aria-labelledby="accept-title"><h3 class="govuk-heading-s" id="accept-title">受理</h3>
{{>CASE_FORM action="accept"}}
{{>REPLY_BEGIN form="accept"}}
{{>FIELD_TEXTAREA name="note" id="accept-note" label="给提交人的话（可以不写）" what="给提交人的话" size="s" hint="提交人用回执码会看到" most="5,000" rows="3"}}
<button type="submit" class="govuk-button">受理</button></form>
</section>
{{/DO_ACCEPT}}
