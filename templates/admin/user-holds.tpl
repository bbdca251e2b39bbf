{{%AUTOESCAPE context="HTML"}}
		{{>FIELD_CHOICES name="role" set="role" of="checkboxes" class="govuk-checkboxes--small choices" label="角色（可以选几个）" what="角色"
			hint='几个角色能做的事加在一起。拟稿的人仍不能审批自己参与过的稿。责任督学、审计、系统管理不能和别的角色一起选。<a class="govuk-link" href="/roles">每个角色能做什么</a>'
			| missing="请选角色" malformed="没有这个角色，请重选" out_of_range="角色选得太多" apart="责任督学、审计、系统管理不能和别的角色一起选"}}
		{{#ROLES}}{{>CHECKBOX name="role" value="{{CODE}}" label="{{#CHOICE_DESK}}区级受理台{{/CHOICE_DESK}}{{#CHOICE_STREET}}街镇经办{{/CHOICE_STREET}}{{#CHOICE_DEPARTMENT}}部门经办{{/CHOICE_DEPARTMENT}}{{#CHOICE_SUPERVISOR}}责任督学{{/CHOICE_SUPERVISOR}}{{#CHOICE_PUBLISHER}}公示拟稿{{/CHOICE_PUBLISHER}}{{#CHOICE_APPROVER}}审批{{/CHOICE_APPROVER}}{{#CHOICE_AUDITOR}}审计{{/CHOICE_AUDITOR}}{{#CHOICE_ADMINISTRATOR}}系统管理{{/CHOICE_ADMINISTRATOR}}{{#IF_ALONE}}（只能单独选）{{/IF_ALONE}}" chosen="IF_CHOSEN"}}{{/ROLES}}
		{{>CHOICES_END}}
		{{>FIELD_SELECT name="department" label="在哪个单位办事" hint="街镇经办选街镇，部门经办选部门，其他角色选全区。" options="DEPARTMENTS" none="全区" chosen="SELECTED"
			| missing="" out_of_range="" malformed="单位和角色不配：街镇经办选街镇，部门经办选部门，其他角色选全区"}}
		{{>FIELD_CHOICES name="scope" set="scope" of="checkboxes" class="govuk-checkboxes--small" label="看得到什么"
			hint="选了的才看得到，可以选几个。一个都不选，就什么都看不到。街镇：本街镇的件和交给街镇办事处的件；部门：交给本部门的件。"
			| missing="请选看得到什么" malformed="看得到什么：没有这个街镇、部门或机构，请重选" out_of_range="看得到的选得太多，请改选全区"}}
		{{>CHECKBOX name="scope" value="DISTRICT" label="全区的所有件" chosen="IF_SEES_DISTRICT"}}
		</div>
			<p class="govuk-body">街镇</p>
			<div class="govuk-checkboxes govuk-checkboxes--small choices">{{#SEEN_STREETS}}{{>CHECKBOX name="scope" value="{{CODE}}" label="{{NAME}}" chosen="IF_CHOSEN"}}{{/SEEN_STREETS}}</div>
			<p class="govuk-body">部门</p>
			<div class="govuk-checkboxes govuk-checkboxes--small choices">{{#SEEN_DEPARTMENTS}}{{>CHECKBOX name="scope" value="{{CODE}}" label="{{NAME}}" chosen="IF_CHOSEN"}}{{/SEEN_DEPARTMENTS}}
		{{>CHOICES_END}}
		{{>FIELD_TEXT name="facilities" label="单独的机构：写编号，几个之间空一格" width="20" attributes='autocomplete="off" autocapitalize="characters" spellcheck="false"'
			| missing="" malformed="机构编号只有字母、数字和连字符，几个之间空一格" out_of_range="最多写 100 个机构编号"}}
