{{%AUTOESCAPE context="HTML"}}
<nav class="govuk-pagination" aria-label="翻页">
	{{#IF_PREVIOUS_URL}}
	<div class="govuk-pagination__prev">
		<a class="govuk-link govuk-pagination__link" href="{{PREVIOUS_URL}}" rel="prev">
			<svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13">
				<path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path>
			</svg>
			<span class="govuk-pagination__link-title">上一页</span>
		</a>
	</div>
	{{/IF_PREVIOUS_URL}}
	<p class="pager__where">第 {{PAGE}} 页，共 {{PAGES}} 页</p>
	{{#IF_NEXT_URL}}
	<div class="govuk-pagination__next">
		<a class="govuk-link govuk-pagination__link" href="{{NEXT_URL}}" rel="next">
			<span class="govuk-pagination__link-title">下一页</span>
			<svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13">
				<path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path>
			</svg>
		</a>
	</div>
	{{/IF_NEXT_URL}}
</nav>
