{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}常用文字 {{TITLE}} - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main" tabindex="-1">
<a class="govuk-back-link" href="/reply-templates">全部常用文字</a>
{{#CHANGED}}<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert"><h2 class="govuk-error-summary__title">别人刚刚改过，没有保存</h2><div class="govuk-error-summary__body"><p>下面是您写的。看过最新的再保存，会盖掉别人的改动。</p></div></div></div>{{/CHANGED}}
{{>ERROR_SUMMARY title="没有保存"}}
<h1 class="govuk-heading-l">常用文字 {{TITLE}}</h1>
<form action="/reply-templates/{{#IF_IS_NEW}}new{{/IF_IS_NEW}}{{#NO_IS_NEW}}{{CODE}}{{/NO_IS_NEW}}" method="post" class="act" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="changed_at" value="{{CHANGED_AT}}">
{{#NO_IS_NEW}}<input type="hidden" name="code" value="{{CODE}}">{{/NO_IS_NEW}}{{#IF_IS_NEW}}{{>FIELD_TEXT name="code" label="代号" size="s" hint="字母、数字、短横线，以后不能改" width="10" attributes='maxlength="32" autocomplete="off"' | out_of_range="代号对不上，请重新填" malformed="代号对不上，请重新填"}}{{/IF_IS_NEW}}
{{>FIELD_TEXT name="title" label="名称" size="s" most="40" width="20"}}
<div class="fields">{{>FIELD_SELECT name="kind" label="用于哪一类" what="类别" size="s" options="KINDS" none="不限"}}{{>FIELD_SELECT name="state" label="用于哪个环节" what="环节" size="s" options="STATES" none="不限"}}</div>
{{>FIELD_TEXTAREA name="text" label="文字" size="s" hint="可以用 {number} 编号、{facility} 机构、{received} 收到的日期、{deadline} 最晚答复的日期；公示的文字可以用 {matter} 事项、{found_on} 查实的日期" most="5,000" rows="8" | unknown="“{{PLACEHOLDER}}”不能自动换成内容，请改成可以用的，或者去掉"}}
<div class="govuk-checkboxes govuk-form-group">{{>CHECKBOX name="active" id="active" value="1" label="启用" chosen="IF_IS_ACTIVE"}}</div>
<button type="submit" class="govuk-button">保存</button></form>
</main>
</div>
{{>FOOTER}}
