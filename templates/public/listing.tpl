{{%AUTOESCAPE context="HTML"}}
<li class="listing" data-code="{{CODE}}" data-lat="{{LAT}}" data-lon="{{LON}}">
	<h3 class="listing__name"><span class="listing__number" aria-hidden="true">{{NUMBER}}</span><a class="govuk-link" href="/facilities/{{CODE}}{{FROM}}">{{NAME}}</a></h3>
	{{#IF_CLOSED_ON}}<p class="listing__line"><strong class="govuk-tag govuk-tag--grey">已停办</strong> <time>{{CLOSED_ON}}</time> 起</p>{{/IF_CLOSED_ON}}
	{{#NO_CARE}}<p class="listing__line"><strong class="govuk-tag govuk-tag--grey">不收托</strong> <span class="said">提供育儿指导和活动</span></p>{{/NO_CARE}}
	{{#CARE}}
	<p class="listing__line vacancy">
		{{>OFFER_VACANCY}}
	</p>
	{{/CARE}}
	{{#DISTANCE}}<p class="listing__line listing__distance">{{DISTANCE_KM}} 公里{{#WALK}}，<span class="whole">步行约 {{WALK_MIN}} 分钟</span>{{/WALK}}</p>{{/DISTANCE}}
	<dl class="facts">
		{{#CARE}}
		<div><dt>收托</dt><dd>{{#IF_MODE_NAMES}}{{MODE_NAMES}}，{{/IF_MODE_NAMES}}{{#NO_AGE_TO_MONTHS}}年龄未公布{{/NO_AGE_TO_MONTHS}}{{#IF_AGE_TO_MONTHS}}{{>AGE_RANGE}}{{/IF_AGE_TO_MONTHS}}</dd></div>
		<div><dt>费用</dt><dd>{{#IF_INCLUSIVE}}<strong class="inclusive">普惠</strong>，{{/IF_INCLUSIVE}}{{>OFFER_FEE}}</dd></div>
		{{/CARE}}
		<div><dt>类型</dt><dd>{{KIND_NAME}}{{#IF_PLACES}}，共 {{PLACES}} 个托位{{/IF_PLACES}}</dd></div>
		<div><dt>地址</dt><dd>{{STREET_NAME}}，{{ADDRESS}}</dd></div>
	</dl>
	{{>TRUST}}
	<div class="listing__acts">
		{{#IF_PHONE_DIALED}}<a class="govuk-link listing__call" href="tel:{{PHONE_DIALED}}">打电话 {{PHONE}}</a>{{/IF_PHONE_DIALED}}{{#NO_PHONE_DIALED}}{{#IF_PHONE}}<span class="listing__call">电话 {{PHONE}}</span>{{/IF_PHONE}}{{/NO_PHONE_DIALED}}
		<label class="choose"><input type="checkbox" name="code" value="{{CODE}}"><span>对比<span class="govuk-visually-hidden">{{NAME}}</span></span></label>
	</div>
</li>
