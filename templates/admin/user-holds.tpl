{{%AUTOESCAPE context="HTML"}}
		<fieldset class="govuk-fieldset govuk-form-group" id="role">
			<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">角色（可以选几个）</legend>
			<div class="govuk-hint">几个角色能做的事加在一起。拟稿的人仍不能审批自己参与过的稿。责任督学、审计、系统管理不能和别的角色一起选。<a class="govuk-link" href="/roles">每个角色能做什么</a></div>
			<div class="govuk-checkboxes govuk-checkboxes--small choices">{{#ROLES}}<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="role-{{CODE}}" name="role" type="checkbox" value="{{CODE}}"{{#IF_CHOSEN}} checked{{/IF_CHOSEN}}><label class="govuk-label govuk-checkboxes__label" for="role-{{CODE}}">{{#CHOICE_DESK}}区级受理台{{/CHOICE_DESK}}{{#CHOICE_STREET}}街镇经办{{/CHOICE_STREET}}{{#CHOICE_DEPARTMENT}}部门经办{{/CHOICE_DEPARTMENT}}{{#CHOICE_SUPERVISOR}}责任督学{{/CHOICE_SUPERVISOR}}{{#CHOICE_PUBLISHER}}公示拟稿{{/CHOICE_PUBLISHER}}{{#CHOICE_APPROVER}}审批{{/CHOICE_APPROVER}}{{#CHOICE_AUDITOR}}审计{{/CHOICE_AUDITOR}}{{#CHOICE_ADMINISTRATOR}}系统管理{{/CHOICE_ADMINISTRATOR}}{{#IF_ALONE}}（只能单独选）{{/IF_ALONE}}</label></div>{{/ROLES}}</div>
		</fieldset>
		<div class="govuk-form-group">
			<label class="govuk-label" for="department">在哪个单位办事</label>
			<div class="govuk-hint" id="department-hint">街镇经办选街镇，部门经办选部门，其他角色选全区。</div>
			<select class="govuk-select" id="department" name="department" aria-describedby="department-hint"><option value="">全区</option>{{#DEPARTMENTS}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{NAME}}</option>{{/DEPARTMENTS}}</select>
		</div>
		<fieldset class="govuk-fieldset govuk-form-group" id="scope">
			<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">看得到什么</legend>
			<div class="govuk-hint">选了的才看得到，可以选几个。一个都不选，就什么都看不到。街镇：本街镇的件和交给街镇办事处的件；部门：交给本部门的件。</div>
			<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="scope-DISTRICT" name="scope" type="checkbox" value="DISTRICT"{{#IF_SEES_DISTRICT}} checked{{/IF_SEES_DISTRICT}}><label class="govuk-label govuk-checkboxes__label" for="scope-DISTRICT">全区的所有件</label></div></div>
			<p class="govuk-body">街镇</p>
			<div class="govuk-checkboxes govuk-checkboxes--small choices">{{#SEEN_STREETS}}<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="scope-{{CODE}}" name="scope" type="checkbox" value="{{CODE}}"{{#IF_CHOSEN}} checked{{/IF_CHOSEN}}><label class="govuk-label govuk-checkboxes__label" for="scope-{{CODE}}">{{NAME}}</label></div>{{/SEEN_STREETS}}</div>
			<p class="govuk-body">部门</p>
			<div class="govuk-checkboxes govuk-checkboxes--small choices">{{#SEEN_DEPARTMENTS}}<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="scope-{{CODE}}" name="scope" type="checkbox" value="{{CODE}}"{{#IF_CHOSEN}} checked{{/IF_CHOSEN}}><label class="govuk-label govuk-checkboxes__label" for="scope-{{CODE}}">{{NAME}}</label></div>{{/SEEN_DEPARTMENTS}}</div>
			<label class="govuk-label" for="facilities">单独的机构：写编号，几个之间空一格</label>
			<input class="govuk-input govuk-input--width-20" id="facilities" name="facilities" value="{{FACILITIES}}" autocomplete="off" autocapitalize="characters" spellcheck="false">
		</fieldset>
