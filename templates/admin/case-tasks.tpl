{{%AUTOESCAPE context="HTML"}}
<section aria-labelledby="tasks-title"><h2 class="govuk-heading-m" id="tasks-title">任务</h2>
{{#TASKS_MORE}}<p class="said">只列最近 100 条。</p>{{/TASKS_MORE}}{{#IF_TASKS_COUNT}}<ul class="govuk-list tasks">{{#TASKS}}<li>{{#IF_DONE_AT}}<s>{{TEXT}}</s> <span class="said">{{DONE_BY_NAME}} {{DONE_AT}} 完成</span>{{/IF_DONE_AT}}{{#NO_DONE_AT}}{{TEXT}} <span class="said">{{ASSIGNEE_NAME}}{{#IF_DUE_ON}}，{{DUE_ON}} 前{{/IF_DUE_ON}}</span>{{#IF_MAY_DO}}<form action="/cases/{{NUMBER}}/task-done" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}"><input type="hidden" name="position" value="{{POSITION}}"><button type="submit" class="plain">完成</button></form>{{/IF_MAY_DO}}{{/NO_DONE_AT}}</li>{{/TASKS}}</ul>{{/IF_TASKS_COUNT}}
{{#DO_TASK}}
<details class="govuk-details fold"{{#OPEN}} open{{/OPEN}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">交代一项任务</span></summary><div class="govuk-details__text">
{{>CASE_FORM action="task"}}
{{>FIELD_TEXT name="text" id="task-text" label="做什么" size="s" most="300" width="20" attributes='autocomplete="off"'}}
{{>FIELD_SELECT name="assignee" id="task-assignee" label="交给谁" size="s" options="COLLEAGUE_OPTIONS" code="{{ACCOUNT}}" text="{{FULL_NAME}}（{{PLACE_NAME}}）" | out_of_range="这个人看不到这一件，请从列出的人里选"}}
{{>FIELD_DATE name="due_on" id="task-due_on" label="期限（可以不填）" what="期限" size="s" width="10" attributes='autocomplete="off"' | out_of_range="期限对不上，请重新填"}}
<button type="submit" class="govuk-button govuk-button--secondary">交代</button></form>
</div></details>
{{/DO_TASK}}
</section>
