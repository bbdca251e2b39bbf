{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>查处公示 - {{DISTRICT_NAME}}善育</title>
<meta name="description" content="{{DISTRICT_NAME}}对托育机构投诉举报查实以后的结论，附机构的陈述。">
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	{{>ERROR_SUMMARY when="MISTAKES" title="有一处要改一下"
		more='{{#PAGE_MALFORMED}}<li><a href="/disclosures">页码要写数字，从第一页看</a></li>{{/PAGE_MALFORMED}}{{#PAGE_OUT_OF_RANGE}}<li>{{#IF_LAST_PAGE}}<a href="{{LAST_URL}}">没有第 {{PAGE}} 页，一共 {{LAST_PAGE}} 页，看最后一页</a>{{/IF_LAST_PAGE}}{{#NO_LAST_PAGE}}<a href="/disclosures">没有第 {{PAGE}} 页，从第一页看</a>{{/NO_LAST_PAGE}}</li>{{/PAGE_OUT_OF_RANGE}}'}}
	<h1 class="govuk-heading-l">查处公示</h1>
	<p class="govuk-body">投诉举报查实以后，结论写在这里和机构的页面上，新的在前。公示前都请机构陈述过；写的人和批准公示的人不是同一个人。不写谁投诉、谁举报。</p>
	<form action="/disclosures" method="get" class="disclosures__filter">
		{{>FIELD_SELECT name="street" label="街镇" options="STREETS" none="全区" chosen="SELECTED" | missing="" out_of_range="没有这个街镇，请重新选择"}}
		{{>FIELD_SELECT name="matter" label="事由" options="MATTERS" none="全部" chosen="SELECTED" | missing="" out_of_range="没有这个事由，请重新选择"}}
		<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">查找</button>
	</form>
	{{#IF_TOTAL}}<h2 class="govuk-heading-m">共 {{TOTAL}} 条</h2>{{/IF_TOTAL}}
	{{#NO_TOTAL}}
	<h2 class="govuk-heading-m">没有公示的结论</h2>
	<p class="govuk-body">{{#FILTERED}}<a class="govuk-link" href="/disclosures">看全区、全部事由的</a>。{{/FILTERED}}没有公示不等于没有检查。</p>
	{{/NO_TOTAL}}
	{{#OUTCOMES}}
	<article class="disclosure" id="disclosure-{{CODE}}">
		<h3 class="govuk-heading-s">{{#IF_FACILITY_PAGE}}<a class="govuk-link" href="/facilities/{{FACILITY_PAGE}}#disclosure-{{CODE}}">{{FACILITY_NAME}}</a>{{/IF_FACILITY_PAGE}}{{#NO_FACILITY_PAGE}}{{FACILITY_NAME}}（已不在名单上）{{/NO_FACILITY_PAGE}}</h3>
		<p class="disclosure__verdict"><strong>{{VERDICT_NAME}}</strong>：{{MATTER_NAME}}</p>
		<p class="said">{{#IF_STREET_NAME}}{{STREET_NAME}}，{{/IF_STREET_NAME}}<time>{{FOUND_ON}}</time> {{#SUBSTANTIATED}}查实{{/SUBSTANTIATED}}{{#OVERTURNED}}复核认定{{/OVERTURNED}}，<time>{{DISCLOSED_ON}}</time> 公示{{#IF_CORRECTED_ON}}，<time>{{CORRECTED_ON}}</time> 更正{{/IF_CORRECTED_ON}}</p>
		{{#REVIEW_IS_UNDER_REVIEW}}<p class="disclosure__review"><strong class="govuk-tag tag-stale">正在复核</strong> 这一件正在重新核查，结论以复核后的为准。</p>{{/REVIEW_IS_UNDER_REVIEW}}{{#REVIEW_IS_CHANGED}}<p class="disclosure__review"><strong class="govuk-tag tag-stale">正在复核</strong> 复核后有了不同的结论，下面的公示不再作准，正在更正或撤回。</p>{{/REVIEW_IS_CHANGED}}
		<p class="written">{{SUMMARY:pre_escape}}</p>
		{{#IF_ANSWER}}<p class="disclosure__answer">机构的陈述</p>
		<blockquote class="govuk-inset-text written">{{ANSWER:pre_escape}}</blockquote>{{/IF_ANSWER}}
		{{#NO_ANSWER}}<p class="said">公示前问过机构，机构在期限内没有提出意见。</p>{{/NO_ANSWER}}
	</article>
	{{/OUTCOMES}}
	{{#PAGER}}
	<nav class="govuk-pagination" aria-label="翻页">
		{{#IF_PREVIOUS_URL}}
		<div class="govuk-pagination__prev"><a class="govuk-link govuk-pagination__link" href="{{PREVIOUS_URL}}" rel="prev"><span class="govuk-pagination__link-title">上一页</span></a></div>
		{{/IF_PREVIOUS_URL}}
		<p class="pager__where">第 {{PAGE}} 页，共 {{PAGES}} 页</p>
		{{#IF_NEXT_URL}}
		<div class="govuk-pagination__next"><a class="govuk-link govuk-pagination__link" href="{{NEXT_URL}}" rel="next"><span class="govuk-pagination__link-title">下一页</span></a></div>
		{{/IF_NEXT_URL}}
	</nav>
	{{/PAGER}}
	<p class="govuk-body">机构认为公示有误，可以随时书面要求更正；对行政处理不服，可以依法申请行政复议或者提起行政诉讼。结果有变，这里会更正。</p>
</main>
</div>
{{>FOOTER}}
