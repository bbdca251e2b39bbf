{{%AUTOESCAPE context="HTML"}}
{{#NO_STATE_IS_RECEIVED}}{{#DO_TRIAGE}}
<details class="govuk-details fold"{{#OPEN}} open{{/OPEN}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">改类别、事项、街镇、缓急</span></summary><div class="govuk-details__text">
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
<button type="submit" class="govuk-button govuk-button--secondary">改好</button></form>
</div></details>
{{/DO_TRIAGE}}
{{/NO_STATE_IS_RECEIVED}}
{{#DO_REJECT}}
<details class="govuk-details fold"{{#OPEN}} open{{/OPEN}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">不予受理</span></summary><div class="govuk-details__text">
{{>CASE_FORM action="reject"}}
{{>REPLY_BEGIN form="reject"}}
{{>FIELD_SELECT name="reject_ground" id="reject-reject_ground" label="依据" what="不予受理的依据" size="s" options="GROUND_OPTIONS" none="请选择"}}
{{>FIELD_TEXTAREA name="note" id="reject-note" label="给提交人的话" size="s" hint="提交人用回执码会看到；请写清理由，和他还可以怎么办" most="5,000"}}
<button type="submit" class="govuk-button govuk-button--warning">不予受理</button></form>
</div></details>
{{/DO_REJECT}}
{{#DO_TRANSFER}}
<details class="govuk-details fold"{{#OPEN}} open{{/OPEN}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">转给有权处理的单位</span></summary><div class="govuk-details__text">
{{>CASE_FORM action="transfer"}}
{{>REPLY_BEGIN form="transfer"}}
{{>FIELD_TEXT name="passed_to" id="transfer-passed_to" label="转给哪个单位" size="s" most="100" width="20" attributes='autocomplete="off"' | out_of_range="转给哪个单位要 {{PASSED_TO_LEAST}} 到 {{PASSED_TO_MOST}} 字，现在 {{PASSED_TO_LENGTH}} 字"}}
{{>FIELD_TEXTAREA name="note" id="transfer-note" label="给提交人的话" size="s" hint="提交人用回执码会看到" most="5,000" rows="3"}}
<button type="submit" class="govuk-button">转出</button></form>
</div></details>
{{/DO_TRANSFER}}
{{#DO_MERGE}}
<details class="govuk-details fold"{{#OPEN}} open{{/OPEN}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">并入另一件</span></summary><div class="govuk-details__text">
{{>CASE_FORM action="merge"}}
{{>FIELD_TEXT name="merged_into" id="merge-merged_into" label="并入哪一件的编号" size="s" hint="同一类、还没有答复的件。两位提交人各看各的回执，一起得到答复" width="20" attributes='maxlength="20" autocomplete="off" list="merge-candidates"' | out_of_range="并入哪一件的编号对不上，请重新填"}}<datalist id="merge-candidates">{{#DUPLICATES}}{{#IF_FITS}}<option value="{{NUMBER}}"></option>{{/IF_FITS}}{{/DUPLICATES}}</datalist>
{{>FIELD_TEXTAREA name="note" id="merge-note" label="给提交人的话" size="s" hint="提交人用回执码会看到；不要写另一件的编号和情况" most="5,000" rows="3"}}
{{#WARNED}}<div class="govuk-warning-text"><span class="govuk-warning-text__icon" aria-hidden="true">!</span><strong class="govuk-warning-text__text">这一件是{{#IF_FACILITY_NAME}}{{FACILITY_NAME}}{{/IF_FACILITY_NAME}}{{#NO_FACILITY_NAME}}{{PLACE}}{{/NO_FACILITY_NAME}}，{{OTHER_NUMBER}} 是{{OTHER_PLACE}}。</strong></div><div class="govuk-checkboxes govuk-checkboxes--small govuk-form-group"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="merge-elsewhere" name="elsewhere" type="checkbox" value="1"><label class="govuk-label govuk-checkboxes__label" for="merge-elsewhere">机构不同，但说的是一件事，合并</label></div></div>{{/WARNED}}
<button type="submit" class="govuk-button">合并</button></form>
</div></details>
{{/DO_MERGE}}
{{#DO_SPLIT}}
<details class="govuk-details fold"{{#OPEN}} open{{/OPEN}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">拆成两件</span></summary><div class="govuk-details__text">
{{>CASE_FORM action="split"}}
<p class="govuk-body">一封信里既有投诉又有举报的，应当分别处理{{#IF_SPLIT_SOURCE}}（{{SPLIT_SOURCE}}）{{/IF_SPLIT_SOURCE}}。新的一件从来信那天起算。</p>
{{>FIELD_SELECT name="kind" id="split-kind" label="另立哪一类" what="类别" size="s" options="KIND_OPTIONS" none="请选择"}}
{{>FIELD_TEXTAREA name="note" id="split-note" label="给提交人的话（可以不写）" what="给提交人的话" size="s" hint="提交人用回执码会看到" most="5,000" rows="2"}}
<button type="submit" class="govuk-button govuk-button--secondary">拆出一件</button></form>
</div></details>
{{/DO_SPLIT}}
{{#DO_RECALL}}
<details class="govuk-details fold"{{#OPEN}} open{{/OPEN}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">收回交办</span></summary><div class="govuk-details__text">
{{>CASE_FORM action="recall"}}
<p class="govuk-body">主办单位还没有接收，可以收回。</p>
{{>FIELD_TEXTAREA name="reason" id="recall-reason" label="理由" size="s" hint="只在内部看到" most="5,000" rows="2"}}
<button type="submit" class="govuk-button govuk-button--secondary">收回</button></form>
</div></details>
{{/DO_RECALL}}
