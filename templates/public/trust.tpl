{{%AUTOESCAPE context="HTML"}}
	<ul class="trust" aria-label="公开记录">
		<li{{#FILING_STATE_IS_UNFILED}} class="trust__not"{{/FILING_STATE_IS_UNFILED}}{{#FILING_STATE_IS_FILING}} class="trust__not"{{/FILING_STATE_IS_FILING}}>{{FILING_STATE_NAME}}</li>
		<li>{{#IF_RECENT_YEARS}}近 {{RECENT_YEARS}} 年{{/IF_RECENT_YEARS}}{{#IF_RECENT_OUTCOMES}}有 <a class="govuk-link" href="/facilities/{{CODE}}{{FROM}}#disclosures">{{RECENT_OUTCOMES}} 条查处公示</a>{{/IF_RECENT_OUTCOMES}}{{#NO_RECENT_OUTCOMES}}没有查处公示{{/NO_RECENT_OUTCOMES}}</li>
		{{#IF_COUNTED_DAYS}}<li>近 {{COUNTED_DAYS}} 天里，{{FRESH_DAYS}} 天的余位和费用没有过期</li>{{/IF_COUNTED_DAYS}}
		{{#IF_PLACES_PER_CARER}}<li>每名保育人员对 {{PLACES_PER_CARER}} 个托位</li>{{/IF_PLACES_PER_CARER}}
	</ul>
