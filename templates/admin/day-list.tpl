{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#LIST_REQUESTS}}等您决定：延期和暂停计时{{/LIST_REQUESTS}}{{#LIST_MEETINGS}}等您决定：提请联席会议{{/LIST_MEETINGS}}{{#LIST_OUTCOMES}}等您审批：结果公示{{/LIST_OUTCOMES}}{{#LIST_TASKS}}我的任务{{/LIST_TASKS}}{{#LIST_MORNING}}今早的清单{{/LIST_MORNING}}{{#LIST_REMINDERS}}最近七天的提醒{{/LIST_REMINDERS}}{{#LIST_NOTICES}}没有送出去的通知{{/LIST_NOTICES}} - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper day" id="main" tabindex="-1">
	<a class="govuk-back-link" href="/">今天</a>
	<h1 class="govuk-heading-l">{{#LIST_REQUESTS}}等您决定：延期和暂停计时{{/LIST_REQUESTS}}{{#LIST_MEETINGS}}等您决定：提请联席会议{{/LIST_MEETINGS}}{{#LIST_OUTCOMES}}等您审批：结果公示{{/LIST_OUTCOMES}}{{#LIST_TASKS}}我的任务{{/LIST_TASKS}}{{#LIST_MORNING}}今早的清单{{/LIST_MORNING}}{{#LIST_REMINDERS}}最近七天的提醒{{/LIST_REMINDERS}}{{#LIST_NOTICES}}没有送出去的通知{{/LIST_NOTICES}}</h1>
	<form class="numbers__filter" action="{{PART_URL}}" method="get" role="search" aria-label="在里面找">
		<div class="govuk-form-group"><label class="govuk-label" for="q">编号、机构、地点或单位里有</label><input class="govuk-input govuk-input--width-20" id="q" name="q" maxlength="60" autocomplete="off" value="{{Q}}"></div>
		<button type="submit" class="govuk-button">找</button>
		{{#IF_Q}}<p class="numbers__ways"><a class="govuk-link" href="{{PART_URL}}">全部</a></p>{{/IF_Q}}
	</form>
{{>SOUGHT}}
	{{#NOTHING}}<p class="govuk-body">{{#IF_Q}}没有找到。换个词，或者看全部。{{/IF_Q}}{{#NO_Q}}现在没有。{{/NO_Q}}</p>{{/NOTHING}}
	{{#NO_SUCH_PAGE}}<p class="govuk-body">没有这一页。<a class="govuk-link" href="{{PART_URL}}">从第一页看</a></p>{{/NO_SUCH_PAGE}}
{{>DAY_FIRST}}
{{>DAY_LAST}}
	{{#PAGER}}
	<nav class="govuk-pagination" aria-label="翻页">
		{{#IF_PREVIOUS_URL}}<div class="govuk-pagination__prev"><a class="govuk-link govuk-pagination__link" href="{{PREVIOUS_URL}}" rel="prev"><span class="govuk-pagination__link-title">上一页</span></a></div>{{/IF_PREVIOUS_URL}}
		<p class="pager__where">第 {{PAGE_NUMBER}} 页，共 {{PAGES}} 页</p>
		{{#IF_NEXT_URL}}<div class="govuk-pagination__next"><a class="govuk-link govuk-pagination__link" href="{{NEXT_URL}}" rel="next"><span class="govuk-pagination__link-title">下一页</span></a></div>{{/IF_NEXT_URL}}
	</nav>
	{{/PAGER}}
</main>
</div>
{{>FOOTER}}
