{{%AUTOESCAPE context="HTML"}}
	{{#PAGER}}
	<nav class="govuk-pagination" aria-label="翻页">
		{{#IF_PREVIOUS_URL}}<div class="govuk-pagination__prev"><a class="govuk-link govuk-pagination__link" href="{{PREVIOUS_URL}}" rel="prev"><span class="govuk-pagination__link-title">上一页</span></a></div>{{/IF_PREVIOUS_URL}}
		<p class="pager__where">第 {{PAGE_NUMBER}} 页{{#IF_PAGES}}，共 {{PAGES}} 页{{/IF_PAGES}}</p>
		{{#IF_NEXT_URL}}<div class="govuk-pagination__next"><a class="govuk-link govuk-pagination__link" href="{{NEXT_URL}}" rel="next"><span class="govuk-pagination__link-title">下一页</span></a></div>{{/IF_NEXT_URL}}
	</nav>
	{{/PAGER}}
