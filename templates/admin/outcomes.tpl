{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>结果公示 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main" tabindex="-1">
	<h1 class="govuk-heading-l">结果公示</h1>
	<p class="govuk-body">投诉举报查实以后，结论要公示在机构的页面上。先拟稿，再请机构陈述，最后由没有参与拟稿的人审批。</p>
	<nav class="tabs" aria-label="按状态看">
		<ul>
			{{#HAS_WAITING}}<li><a href="/outcomes"{{#IS_WAITING}} aria-current="page"{{/IS_WAITING}}>等我办的</a></li>{{/HAS_WAITING}}
			{{#TABS}}<li><a href="/outcomes?state={{CODE:url_query_escape}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{NAME}} <span class="tabs__count">{{OUTCOMES}}</span></a></li>
			{{/TABS}}
			<li><a href="/outcomes?state=all"{{#IS_ALL}} aria-current="page"{{/IS_ALL}}>全部</a></li>
		</ul>
	</nav>
	{{#NONE_FOUND}}<p class="govuk-body">{{#IS_WAITING}}没有等您办的。{{/IS_WAITING}}{{#IS_STATE}}没有这个状态的。{{/IS_STATE}}{{#IS_ALL}}还没有要公示的结论。回复里写明“属实”的，会自动拟出一稿。{{/IS_ALL}}</p>{{/NONE_FOUND}}
	{{#FOUND}}
	<table class="outcomes">
		<caption class="govuk-visually-hidden">要公示的结论，共 {{LISTED}} 条</caption>
		<thead><tr><th scope="col">机构</th><th scope="col">事由和结论</th><th scope="col">状态</th><th scope="col">拟稿</th><th scope="col">最近变动</th></tr></thead>
		<tbody>
			{{#OUTCOMES}}<tr>
				<th scope="row"><a class="govuk-link" href="/outcomes/{{CODE}}">{{FACILITY_NAME}}</a>{{#IF_STANDING}} <strong class="govuk-tag tag-stale">正在复核</strong>{{/IF_STANDING}}{{#IF_CASE_NUMBER}} <span class="said">{{CASE_NUMBER}}</span>{{/IF_CASE_NUMBER}}</th>
				<td>{{VERDICT_NAME}}：{{MATTER_NAME}}</td>
				<td><strong class="govuk-tag{{#IF_END_REASON}} govuk-tag--grey{{/IF_END_REASON}}">{{STATE_NAME}}</strong>{{#IF_UNTIL_ON}} <span class="said">到 <time>{{UNTIL_ON}}</time></span>{{/IF_UNTIL_ON}}{{#IF_IS_PUBLIC}} <span class="said">旧版公开中</span>{{/IF_IS_PUBLIC}}</td>
				<td>{{PREPARED_BY_NAME}}</td>
				<td><time>{{CHANGED_ON}}</time></td>
			</tr>
			{{/OUTCOMES}}
		</tbody>
	</table>
	{{/FOUND}}
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
