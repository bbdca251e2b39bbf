{{%AUTOESCAPE context="HTML"}}
<li class="listing" data-code="{{CODE}}" data-lat="{{LAT}}" data-lon="{{LON}}">
	<h3 class="listing__name"><span class="listing__number" aria-hidden="true">{{NUMBER}}</span><a class="govuk-link" href="/facilities/{{CODE}}{{FROM}}">{{NAME}}</a></h3>
	{{#IF_CLOSED_ON}}<p class="listing__line"><strong class="govuk-tag govuk-tag--grey">已停办</strong> <time>{{CLOSED_ON}}</time> 起</p>{{/IF_CLOSED_ON}}
	{{#NO_CARE}}<p class="listing__line"><strong class="govuk-tag govuk-tag--grey">不收托</strong> <span class="said">提供育儿指导和活动</span></p>{{/NO_CARE}}
	{{#CARE}}
	<p class="listing__line vacancy">
		{{#VACANCY_FRESH}}
		{{#IF_HAS_VACANCY}}<strong class="govuk-tag">有余位{{#IF_VACANCY}} {{VACANCY}} 个{{/IF_VACANCY}}</strong>{{/IF_HAS_VACANCY}}
		{{#NO_HAS_VACANCY}}<strong class="govuk-tag govuk-tag--grey">暂无余位</strong>{{/NO_HAS_VACANCY}}
		<span class="said">{{VACANCY_ASSERTED_BY}} <time>{{VACANCY_ASSERTED_ON}}</time> 更新</span>
		{{/VACANCY_FRESH}}
		{{#VACANCY_STALE}}<strong class="govuk-tag tag-stale">余位未更新，请电话确认</strong> <span class="said">上次更新 <time>{{VACANCY_ASSERTED_ON}}</time></span>{{/VACANCY_STALE}}
		{{#VACANCY_UNKNOWN}}<strong class="govuk-tag tag-stale">余位未公布，请电话询问</strong>{{/VACANCY_UNKNOWN}}
	</p>
	{{/CARE}}
	{{#DISTANCE}}<p class="listing__line listing__distance">{{DISTANCE_KM}} 公里，<span class="whole">步行约 {{WALK_MIN}} 分钟</span></p>{{/DISTANCE}}
	<dl class="facts">
		{{#CARE}}
		<div><dt>收托</dt><dd>{{#IF_AGE_TO_MONTHS}}{{AGE_FROM_MONTHS}} 个月到不满 {{AGE_TO_MONTHS}} 个月{{/IF_AGE_TO_MONTHS}}{{#NO_AGE_TO_MONTHS}}年龄未公布{{/NO_AGE_TO_MONTHS}}{{#IF_MODE_NAMES}}，{{MODE_NAMES}}{{/IF_MODE_NAMES}}</dd></div>
		<div><dt>费用</dt><dd>{{#FEE_MIN_IS_FREE}}免费{{/FEE_MIN_IS_FREE}}{{#IF_FEE_MIN_YUAN}}{{FEE_MIN_YUAN}} {{FEE_UNIT_NAME}}起{{/IF_FEE_MIN_YUAN}}{{#NO_FEE_MIN_YUAN}}未公布{{/NO_FEE_MIN_YUAN}}{{#IF_INCLUSIVE}}，<strong class="inclusive">普惠</strong>{{/IF_INCLUSIVE}}{{#FEE_STALE}} <span class="said">未更新，请电话确认</span>{{/FEE_STALE}}</dd></div>
		{{/CARE}}
		<div><dt>类型</dt><dd>{{KIND_NAME}}{{#IF_PLACES}}，共 {{PLACES}} 个托位{{/IF_PLACES}}</dd></div>
		<div><dt>地址</dt><dd>{{STREET_NAME}}，{{ADDRESS}}</dd></div>
	</dl>
	<div class="listing__acts">
		{{#IF_PHONE_DIALED}}<a class="govuk-link listing__call" href="tel:{{PHONE_DIALED}}">打电话 {{PHONE}}</a>{{/IF_PHONE_DIALED}}
		<label class="choose"><input type="checkbox" name="code" value="{{CODE}}"><span>对比<span class="govuk-visually-hidden">{{NAME}}</span></span></label>
	</div>
</li>
