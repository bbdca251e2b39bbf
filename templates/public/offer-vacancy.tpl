{{%AUTOESCAPE context="HTML"}}
		{{#VACANCY_FRESH}}
		{{#IF_HAS_VACANCY}}<strong class="govuk-tag">{{#IF_VACANCY_FROM}}<time>{{VACANCY_FROM}}</time> 起{{/IF_VACANCY_FROM}}有余位{{#IF_VACANCY}} {{VACANCY}} 个{{/IF_VACANCY}}</strong>{{/IF_HAS_VACANCY}}
		{{#NO_HAS_VACANCY}}<strong class="govuk-tag govuk-tag--grey">暂无余位</strong>{{#IF_VACANCY_FROM}} <span class="vacancy__from"><time>{{VACANCY_FROM}}</time> 起有</span>{{/IF_VACANCY_FROM}}{{/NO_HAS_VACANCY}}
		<span class="said">{{VACANCY_ASSERTED_BY}} <time>{{VACANCY_ASSERTED_ON}}</time> 更新</span>
		{{/VACANCY_FRESH}}
		{{#VACANCY_STALE}}<strong class="govuk-tag tag-stale">余位未更新，请电话确认</strong> <span class="said">上次更新 <time>{{VACANCY_ASSERTED_ON}}</time></span>{{/VACANCY_STALE}}
		{{#VACANCY_UNKNOWN}}<strong class="govuk-tag tag-stale">余位未公布，请电话询问</strong>{{/VACANCY_UNKNOWN}}
