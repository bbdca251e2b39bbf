{{%AUTOESCAPE context="HTML"}}
	{{#PART_REQUESTS}}{{#SOME}}
	<section aria-labelledby="requests">
		<h2 class="govuk-heading-m" id="requests">等您决定：延期和暂停计时（{{ERRANDS}}）</h2>
		<ul class="errands">
			{{#REQUEST_ROWS}}<li><a class="govuk-link" href="/cases/{{CASE_NUMBER}}">{{CASE_NUMBER}}</a> {{#WHAT_EXTENSION}}申请延期{{/WHAT_EXTENSION}}{{#WHAT_SUSPENSION}}申请暂停计时{{/WHAT_SUSPENSION}}：{{REASON}}<span class="cases__line">{{FACILITY_NAME}}。{{ASKED_BY_NAME}}，{{MOMENT}}</span></li>
			{{/REQUEST_ROWS}}
		</ul>
		{{#IF_MORE}}<p class="govuk-body no-print"><a class="govuk-link" href="{{URL}}">还有 {{MORE}} 项，看全部 {{ERRANDS}} 项</a></p>{{/IF_MORE}}
	</section>
	{{/SOME}}{{/PART_REQUESTS}}
	{{#PART_MEETINGS}}{{#SOME}}
	<section aria-labelledby="meetings">
		<h2 class="govuk-heading-m" id="meetings">等您决定：提请联席会议（{{ERRANDS}}）</h2>
		<ul class="errands">
			{{#MEETING_ROWS}}<li><a class="govuk-link" href="/cases/{{CASE_NUMBER}}">{{CASE_NUMBER}}</a> {{WHY}}<span class="cases__line">{{FACILITY_NAME}}。{{#IF_PROPOSED_BY_NAME}}{{PROPOSED_BY_NAME}}{{/IF_PROPOSED_BY_NAME}}{{#NO_PROPOSED_BY_NAME}}系统{{/NO_PROPOSED_BY_NAME}}，{{MOMENT}}</span></li>
			{{/MEETING_ROWS}}
		</ul>
		{{#IF_MORE}}<p class="govuk-body no-print"><a class="govuk-link" href="{{URL}}">还有 {{MORE}} 项，看全部 {{ERRANDS}} 项</a></p>{{/IF_MORE}}
	</section>
	{{/SOME}}{{/PART_MEETINGS}}
	{{#PART_OUTCOMES}}{{#SOME}}
	<section aria-labelledby="outcomes">
		<h2 class="govuk-heading-m" id="outcomes">等您审批：结果公示（{{ERRANDS}}）</h2>
		<ul class="errands">
			{{#OUTCOME_ROWS}}<li><a class="govuk-link" href="/outcomes/{{CODE}}">{{FACILITY_NAME}}</a>：{{#IF_TAKES_BACK}}<strong class="govuk-tag tag-stale">正在复核</strong> 复核后结论变了，公开的要撤回或更正。{{/IF_TAKES_BACK}}{{SUMMARY}}<span class="cases__line">{{#IF_ANSWERED}}机构已经回应。{{/IF_ANSWERED}}{{PREPARED_BY_NAME}} 拟稿，{{MOMENT}}</span></li>
			{{/OUTCOME_ROWS}}
		</ul>
		{{#IF_MORE}}<p class="govuk-body no-print"><a class="govuk-link" href="{{URL}}">还有 {{MORE}} 项，看全部 {{ERRANDS}} 项</a></p>{{/IF_MORE}}
	</section>
	{{/SOME}}{{/PART_OUTCOMES}}
	{{#PART_TASKS}}
	<section aria-labelledby="tasks">
		<h2 class="govuk-heading-m" id="tasks">我的任务{{#SOME}}（{{ERRANDS}}）{{/SOME}}</h2>
		{{#SOME}}
		<ul class="errands">
			{{#TASK_ROWS}}<li><a class="govuk-link" href="/cases/{{CASE_NUMBER}}">{{CASE_NUMBER}}</a> {{TEXT}}{{#IF_OVER}} <strong class="mark mark--late">过期</strong>{{/IF_OVER}}{{#IF_DUE_TODAY}} <strong class="mark mark--soon">今天</strong>{{/IF_DUE_TODAY}}<span class="cases__line">{{FACILITY_NAME}}。{{#IF_DUE_ON}}{{DUE_ON}} 前做完。{{/IF_DUE_ON}}{{MADE_BY_NAME}} 交代</span></li>
			{{/TASK_ROWS}}
		</ul>
		{{#IF_MORE}}<p class="govuk-body no-print"><a class="govuk-link" href="{{URL}}">还有 {{MORE}} 项，看全部 {{ERRANDS}} 项</a></p>{{/IF_MORE}}
		{{/SOME}}
		{{#NONE}}<p class="govuk-body">没有没做完的任务。</p>{{/NONE}}
	</section>
	{{/PART_TASKS}}
