{{%AUTOESCAPE context="HTML"}}
<section class="inside" aria-labelledby="inside-title"><h2 class="govuk-heading-m" id="inside-title">内部记录 <span class="inside__mark">提交人看不到</span></h2>
{{#NOTES_MORE}}<p class="govuk-body"><a class="govuk-link" href="/cases/{{NUMBER}}?notes={{NOTES_BEFORE:url_query_escape}}#inside-title">更早的内部记录</a></p>{{/NOTES_MORE}}
{{#IF_NOTES_COUNT}}<ol class="govuk-list inside__list">{{#NOTES}}<li><p class="said">{{AT}} {{WHO_NAME}}，{{KIND_NAME}}</p><p class="written">{{TEXT:pre_escape}}</p>{{#IF_MAY_UNDO}}<form action="/cases/{{NUMBER}}/note-undo" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}"><input type="hidden" name="position" value="{{POSITION}}"><button type="submit" class="plain">撤回这条（十分钟内）</button></form>{{/IF_MAY_UNDO}}</li>{{/NOTES}}</ol>{{/IF_NOTES_COUNT}}
{{#NOTES_LATER}}<p class="govuk-body"><a class="govuk-link" href="/cases/{{NUMBER}}#inside-title">最近的内部记录</a></p>{{/NOTES_LATER}}
{{#DO_NOTE}}
{{>CASE_FORM action="note" class="act act--in"}}
{{>FIELD_SELECT name="kind" id="note-kind" label="记什么" what="类别" size="s" options="KIND_OPTIONS"}}
{{>FIELD_TEXTAREA name="text" id="note-text" label="内部记录" size="s" hint="不会发给提交人，也不会给被反映的单位" most="5,000" rows="3"}}
<button type="submit" class="govuk-button govuk-button--secondary">记下</button></form>
{{/DO_NOTE}}
</section>
