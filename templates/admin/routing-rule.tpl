{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}分派规则 {{CODE}} - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main" tabindex="-1">
<a class="govuk-back-link" href="/routing">全部分派规则</a>
{{#CHANGED}}<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert"><h2 class="govuk-error-summary__title">别人刚刚改过，没有保存</h2><div class="govuk-error-summary__body"><p>下面是您写的。看过最新的再保存，会盖掉别人的改动。</p></div></div></div>{{/CHANGED}}
{{>ERROR_SUMMARY title="没有保存"}}
<h1 class="govuk-heading-l">分派规则 {{CODE}}</h1>
<form action="/routing/{{#IF_IS_NEW}}new{{/IF_IS_NEW}}{{#NO_IS_NEW}}{{CODE}}{{/NO_IS_NEW}}" method="post" class="act" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="changed_at" value="{{CHANGED_AT}}">
{{#NO_IS_NEW}}<input type="hidden" name="code" value="{{CODE}}">{{/NO_IS_NEW}}{{#IF_IS_NEW}}{{>FIELD_TEXT name="code" label="代号" size="s" hint="字母、数字、短横线，以后不能改" width="10" attributes='maxlength="32" autocomplete="off"' | out_of_range="代号对不上，请重新填" malformed="代号对不上，请重新填"}}{{/IF_IS_NEW}}
{{>FIELD_TEXT name="position" label="顺序" size="s" hint="数字小的先用" width="4" attributes='inputmode="numeric" maxlength="4"' | out_of_range="顺序对不上，请重新填" malformed="顺序对不上，请重新填"}}
<div class="fields">{{>FIELD_SELECT name="matter" label="事项" size="s" options="MATTERS" none="不限"}}{{>FIELD_SELECT name="kind" label="类别" size="s" options="KINDS" none="不限"}}{{>FIELD_SELECT name="lead" label="主办单位" size="s" options="LEAD_OPTIONS" none="请选择" last='<option value="STREET"{{#IF_LEAD_IS_STREET}} selected{{/IF_LEAD_IS_STREET}}>所在街镇</option>'}}</div>
{{>FIELD_CHOICES name="assists" set="assists" of="checkboxes" class="govuk-checkboxes--small choices" label="协办单位"}}{{>CHECKBOX name="assists" value="STREET" label="所在街镇" chosen="IF_STREET_ASSISTS"}}{{#ASSIST_OPTIONS}}{{>CHECKBOX name="assists" value="{{CODE}}" label="{{NAME}}" chosen="IF_CHOSEN"}}{{/ASSIST_OPTIONS}}{{>CHOICES_END}}
{{>FIELD_TEXT name="note" label="依据" size="s" hint="交办时给人看：为什么由它主办" most="300" | out_of_range="说明最多 {{NOTE_MOST}} 字，现在 {{NOTE_LENGTH}} 字"}}
<div class="govuk-checkboxes govuk-form-group">{{>CHECKBOX name="active" id="active" value="1" label="启用" chosen="IF_IS_ACTIVE"}}</div>
<button type="submit" class="govuk-button">保存</button></form>
</main>
</div>
{{>FOOTER}}
