{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>分派规则 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main" tabindex="-1">
{{#IF_DONE}}<div class="done" role="status">改好了，下一次交办就按新的规则。</div>{{/IF_DONE}}
<h1 class="govuk-heading-l">分派规则</h1>
<p class="govuk-body">从上往下，第一条合适的规则决定主办和协办；交办时会写明用了哪一条，也可以人工改。</p>
<form action="/routing" method="get" class="fields try">
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="try-matter">试一试：事项</label><select class="govuk-select" id="try-matter" name="matter"><option value="">不限</option>{{#MATTERS}}<option value="{{CODE}}"{{#IF_CHOSEN}} selected{{/IF_CHOSEN}}>{{NAME}}</option>{{/MATTERS}}</select></div><div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="try-kind">类别</label><select class="govuk-select" id="try-kind" name="kind"><option value="">不限</option>{{#KINDS}}<option value="{{CODE}}"{{#IF_CHOSEN}} selected{{/IF_CHOSEN}}>{{NAME}}</option>{{/KINDS}}</select></div>
<div><button type="submit" class="govuk-button govuk-button--secondary">看会用哪一条</button></div>
</form>
{{#TRIED}}<p class="govuk-inset-text" role="status">{{#IF_FIRES}}会用 <a class="govuk-link" href="/routing/{{FIRES}}">{{FIRES}}</a>。{{/IF_FIRES}}{{#NO_FIRES}}没有合适的规则，要人工选择。{{/NO_FIRES}}</p>{{/TRIED}}
<p class="govuk-body"><a class="govuk-link" href="/routing/new">添加一条规则</a></p>
<div class="scroll" tabindex="0" role="region" aria-label="分派规则表"><table class="govuk-table matrix">
<thead><tr><th scope="col" class="govuk-table__header">顺序</th><th scope="col" class="govuk-table__header">规则</th><th scope="col" class="govuk-table__header">事项</th><th scope="col" class="govuk-table__header">类别</th><th scope="col" class="govuk-table__header">主办</th><th scope="col" class="govuk-table__header">协办</th><th scope="col" class="govuk-table__header">依据</th><th scope="col" class="govuk-table__header">用过</th></tr></thead>
<tbody>{{#RULES}}<tr{{#NO_ACTIVE}} class="off"{{/NO_ACTIVE}}><td class="govuk-table__cell">{{POSITION}}</td><th scope="row" class="govuk-table__header"><a class="govuk-link" href="/routing/{{CODE}}">{{CODE}}</a>{{#NO_ACTIVE}}（停用）{{/NO_ACTIVE}}</th><td class="govuk-table__cell">{{#IF_MATTER_NAME}}{{MATTER_NAME}}{{/IF_MATTER_NAME}}{{#NO_MATTER_NAME}}不限{{/NO_MATTER_NAME}}</td><td class="govuk-table__cell">{{#IF_KIND_NAME}}{{KIND_NAME}}{{/IF_KIND_NAME}}{{#NO_KIND_NAME}}不限{{/NO_KIND_NAME}}</td><td class="govuk-table__cell">{{#IF_LEAD_IS_STREET}}所在街镇{{/IF_LEAD_IS_STREET}}{{#NO_LEAD_IS_STREET}}{{LEAD_NAME}}{{/NO_LEAD_IS_STREET}}</td><td class="govuk-table__cell"><ul class="govuk-list assists">{{#ASSISTING}}<li>{{NAME}}</li>{{/ASSISTING}}{{#IF_STREET_ASSISTS}}<li>所在街镇</li>{{/IF_STREET_ASSISTS}}</ul></td><td class="govuk-table__cell">{{NOTE}}</td><td class="govuk-table__cell">{{FIRED}} 次</td></tr>{{/RULES}}</tbody></table></div>
</main>
</div>
{{>FOOTER}}
