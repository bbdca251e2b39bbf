{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>对比机构 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
{{>HEADER}}
<div class="govuk-width-container">
<nav aria-label="返回"><a href="/facilities" class="govuk-back-link" data-back>返回名单</a></nav>
<main class="govuk-main-wrapper" id="main" data-compared>
	<h1 class="govuk-heading-l">对比机构</h1>
	{{#NONE}}
	<p class="govuk-body">还没有选机构。在名单里勾选两到四家的“对比”，再按“对比所选”，就能并排看。</p>
	<p class="govuk-body"><a class="govuk-link" href="/facilities">去名单里选</a></p>
	{{/NONE}}
	{{#ONE}}<div class="govuk-inset-text">现在只有一家。<a class="govuk-link" href="/facilities">去名单里再选</a>，就能并排看。</div>{{/ONE}}
	{{#TOO_MANY}}<div class="govuk-inset-text">一次最多对比四家，下面是前四家。</div>{{/TOO_MANY}}
	{{#IF_FACILITIES}}
	<table class="govuk-table compare">
		<caption class="govuk-table__caption govuk-visually-hidden">所选机构并排对比</caption>
		<thead class="govuk-table__head">
			<tr class="govuk-table__row">
				<td class="govuk-table__header compare__corner"></td>
				{{#FACILITIES}}<th scope="col" class="govuk-table__header" data-code="{{CODE}}"><a class="govuk-link" href="/facilities/{{CODE}}">{{NAME}}</a><a class="govuk-link compare__remove" href="{{REMOVE_URL}}">移除<span class="govuk-visually-hidden">{{NAME}}</span></a></th>
				{{/FACILITIES}}
			</tr>
		</thead>
		<tbody class="govuk-table__body">
			<tr class="govuk-table__row">
				<th scope="row" class="govuk-table__header">余位</th>
				{{#FACILITIES}}<td class="govuk-table__cell"><span class="compare__name" aria-hidden="true">{{NAME}}</span><span>
					{{#NO_CARE}}不收托{{/NO_CARE}}
					{{#VACANCY_FRESH}}
					{{#IF_HAS_VACANCY}}<strong class="govuk-tag">有余位{{#IF_VACANCY}} {{VACANCY}} 个{{/IF_VACANCY}}</strong>{{/IF_HAS_VACANCY}}
					{{#NO_HAS_VACANCY}}<strong class="govuk-tag govuk-tag--grey">暂无余位</strong>{{/NO_HAS_VACANCY}}
					<span class="said">{{VACANCY_ASSERTED_BY}} <time>{{VACANCY_ASSERTED_ON}}</time> 更新</span>
					{{/VACANCY_FRESH}}
					{{#VACANCY_STALE}}<strong class="govuk-tag tag-stale">余位未更新，请电话确认</strong> <span class="said">上次更新 <time>{{VACANCY_ASSERTED_ON}}</time></span>{{/VACANCY_STALE}}
					{{#VACANCY_UNKNOWN}}<strong class="govuk-tag tag-stale">余位未公布，请电话询问</strong>{{/VACANCY_UNKNOWN}}
				</span></td>
				{{/FACILITIES}}
			</tr>
			<tr class="govuk-table__row">
				<th scope="row" class="govuk-table__header">费用</th>
				{{#FACILITIES}}<td class="govuk-table__cell"><span class="compare__name" aria-hidden="true">{{NAME}}</span><span>{{#NO_CARE}}不收托{{/NO_CARE}}{{#CARE}}{{#FEE_MIN_IS_FREE}}免费{{/FEE_MIN_IS_FREE}}{{#IF_FEE_MIN_YUAN}}{{FEE_MIN_YUAN}} {{FEE_UNIT_NAME}}起{{/IF_FEE_MIN_YUAN}}{{#NO_FEE_MIN_YUAN}}未公布{{/NO_FEE_MIN_YUAN}}{{#FEE_STALE}} <span class="said">未更新，请电话确认</span>{{/FEE_STALE}}{{/CARE}}</span></td>
				{{/FACILITIES}}
			</tr>
			<tr class="govuk-table__row">
				<th scope="row" class="govuk-table__header">年龄</th>
				{{#FACILITIES}}<td class="govuk-table__cell"><span class="compare__name" aria-hidden="true">{{NAME}}</span><span>{{#NO_CARE}}不收托{{/NO_CARE}}{{#CARE}}{{#IF_AGE_TO_MONTHS}}{{AGE_FROM_MONTHS}} 个月到不满 {{AGE_TO_MONTHS}} 个月{{/IF_AGE_TO_MONTHS}}{{#NO_AGE_TO_MONTHS}}未公布{{/NO_AGE_TO_MONTHS}}{{/CARE}}</span></td>
				{{/FACILITIES}}
			</tr>
			<tr class="govuk-table__row">
				<th scope="row" class="govuk-table__header">服务方式</th>
				{{#FACILITIES}}<td class="govuk-table__cell"><span class="compare__name" aria-hidden="true">{{NAME}}</span><span>{{#NO_CARE}}不收托{{/NO_CARE}}{{#CARE}}{{#IF_MODE_NAMES}}{{MODE_NAMES}}{{/IF_MODE_NAMES}}{{#NO_MODE_NAMES}}未公布{{/NO_MODE_NAMES}}{{/CARE}}</span></td>
				{{/FACILITIES}}
			</tr>
			{{#IF_LAT}}
			<tr class="govuk-table__row">
				<th scope="row" class="govuk-table__header">离出发点</th>
				{{#FACILITIES}}<td class="govuk-table__cell"><span class="compare__name" aria-hidden="true">{{NAME}}</span><span>{{#DISTANCE}}{{DISTANCE_KM}} 公里，<span class="whole">步行约 {{WALK_MIN}} 分钟</span>{{/DISTANCE}}</span></td>
				{{/FACILITIES}}
			</tr>
			{{/IF_LAT}}
			<tr class="govuk-table__row">
				<th scope="row" class="govuk-table__header">类型</th>
				{{#FACILITIES}}<td class="govuk-table__cell"><span class="compare__name" aria-hidden="true">{{NAME}}</span><span>{{KIND_NAME}}{{#IF_INCLUSIVE}}，<strong class="inclusive">普惠</strong>{{/IF_INCLUSIVE}}</span></td>
				{{/FACILITIES}}
			</tr>
			<tr class="govuk-table__row">
				<th scope="row" class="govuk-table__header">备案</th>
				{{#FACILITIES}}<td class="govuk-table__cell"><span class="compare__name" aria-hidden="true">{{NAME}}</span><span>{{FILING_STATE_NAME}}</span></td>
				{{/FACILITIES}}
			</tr>
			<tr class="govuk-table__row">
				<th scope="row" class="govuk-table__header">托位</th>
				{{#FACILITIES}}<td class="govuk-table__cell"><span class="compare__name" aria-hidden="true">{{NAME}}</span><span>{{#NO_CARE}}不收托{{/NO_CARE}}{{#CARE}}{{#IF_PLACES}}{{PLACES}} 个{{/IF_PLACES}}{{#NO_PLACES}}未公布{{/NO_PLACES}}{{/CARE}}</span></td>
				{{/FACILITIES}}
			</tr>
			<tr class="govuk-table__row">
				<th scope="row" class="govuk-table__header">周一至周五</th>
				{{#FACILITIES}}<td class="govuk-table__cell"><span class="compare__name" aria-hidden="true">{{NAME}}</span><span>{{#IF_HOURS_UNTIL}}{{#IF_WEEKDAY_OPEN}}{{WEEKDAY_OPEN}} 到 {{WEEKDAY_CLOSE}}{{/IF_WEEKDAY_OPEN}}{{#NO_WEEKDAY_OPEN}}不开放{{/NO_WEEKDAY_OPEN}}{{#HOURS_STALE}} <span class="said">未更新，请电话确认</span>{{/HOURS_STALE}}{{/IF_HOURS_UNTIL}}{{#NO_HOURS_UNTIL}}未公布{{/NO_HOURS_UNTIL}}</span></td>
				{{/FACILITIES}}
			</tr>
			<tr class="govuk-table__row">
				<th scope="row" class="govuk-table__header">用餐</th>
				{{#FACILITIES}}<td class="govuk-table__cell"><span class="compare__name" aria-hidden="true">{{NAME}}</span><span>{{#IF_MEALS_NAME}}{{MEALS_NAME}}{{/IF_MEALS_NAME}}{{#NO_MEALS_NAME}}未公布{{/NO_MEALS_NAME}}</span></td>
				{{/FACILITIES}}
			</tr>
			<tr class="govuk-table__row">
				<th scope="row" class="govuk-table__header">户外面积</th>
				{{#FACILITIES}}<td class="govuk-table__cell"><span class="compare__name" aria-hidden="true">{{NAME}}</span><span>{{#IF_OUTDOOR_M2}}{{OUTDOOR_M2}} 平方米{{/IF_OUTDOOR_M2}}{{#NO_OUTDOOR_M2}}未公布{{/NO_OUTDOOR_M2}}</span></td>
				{{/FACILITIES}}
			</tr>
			<tr class="govuk-table__row">
				<th scope="row" class="govuk-table__header">电话</th>
				{{#FACILITIES}}<td class="govuk-table__cell"><span class="compare__name" aria-hidden="true">{{NAME}}</span><span>{{#IF_PHONE}}<a class="govuk-link" href="tel:{{PHONE_DIALED}}">{{PHONE}}</a>{{/IF_PHONE}}{{#NO_PHONE}}未公布{{/NO_PHONE}}</span></td>
				{{/FACILITIES}}
			</tr>
			<tr class="govuk-table__row">
				<th scope="row" class="govuk-table__header">地址</th>
				{{#FACILITIES}}<td class="govuk-table__cell"><span class="compare__name" aria-hidden="true">{{NAME}}</span><span>{{STREET_NAME}}，{{ADDRESS}}</span></td>
				{{/FACILITIES}}
			</tr>
		</tbody>
	</table>
	{{/IF_FACILITIES}}
</main>
</div>
{{>FOOTER}}
