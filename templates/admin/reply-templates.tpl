{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>常用文字 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main" tabindex="-1">
{{#IF_DONE}}<div class="done" role="status">保存好了。</div>{{/IF_DONE}}
<h1 class="govuk-heading-l">常用文字</h1>
<p class="govuk-body">给提交人写信、答复时可以从这些文字开始，写好后再发。</p>
<p class="govuk-body"><a class="govuk-link" href="/reply-templates/new">添加一段</a></p>
<div class="scroll" tabindex="0" role="region" aria-label="常用文字表"><table class="govuk-table matrix">
<thead><tr><th scope="col" class="govuk-table__header">名称</th><th scope="col" class="govuk-table__header">类别</th><th scope="col" class="govuk-table__header">环节</th><th scope="col" class="govuk-table__header">文字</th></tr></thead>
<tbody>{{#TEXTS}}<tr{{#NO_ACTIVE}} class="off"{{/NO_ACTIVE}}><th scope="row" class="govuk-table__header"><a class="govuk-link" href="/reply-templates/{{CODE}}">{{TITLE}}</a>{{#NO_ACTIVE}}（停用）{{/NO_ACTIVE}}</th><td class="govuk-table__cell">{{#IF_KIND_NAME}}{{KIND_NAME}}{{/IF_KIND_NAME}}{{#NO_KIND_NAME}}不限{{/NO_KIND_NAME}}</td><td class="govuk-table__cell">{{#IF_STATE_NAME}}{{STATE_NAME}}{{/IF_STATE_NAME}}{{#NO_STATE_NAME}}不限{{/NO_STATE_NAME}}</td><td class="govuk-table__cell written">{{TEXT:pre_escape}}</td></tr>{{/TEXTS}}</tbody></table></div>
</main>
</div>
{{>FOOTER}}
