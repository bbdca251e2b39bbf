{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>对比机构 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
{{>HEADER}}
<div class="govuk-width-container">
<nav aria-label="返回"><a href="{{LIST_URL}}" class="govuk-back-link" data-back>返回名单</a></nav>
<main class="govuk-main-wrapper" id="main" tabindex="-1" data-compared>
	{{#ERRORS}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">网址里有一处要改</h2>
		<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
			{{#CODE_OUT_OF_RANGE}}<li>一次最多写 20 个机构编号，对比前四家。<a href="/facilities">去名单里选</a></li>{{/CODE_OUT_OF_RANGE}}
			{{#CODE_MALFORMED}}<li>机构编号只有字母、数字和横线，例如 PT-0003。<a href="/facilities">去名单里选</a></li>{{/CODE_MALFORMED}}
			{{#AGE_MALFORMED}}<li>月龄（age）要是整数，例如 18，或者写一岁半、出生日期，下面没有按月龄算。</li>{{/AGE_MALFORMED}}
			{{#START_MALFORMED}}<li>入托的月份（start）要像 2027-03，下面没有按它算。</li>{{/START_MALFORMED}}
			{{#START_OUT_OF_RANGE}}<li>入托的月份（start）要在三年以内，下面没有按它算。</li>{{/START_OUT_OF_RANGE}}
			{{#AGE_OUT_OF_RANGE}}<li>月龄（age）要在 0 到 36 之间，下面没有按月龄算。</li>{{/AGE_OUT_OF_RANGE}}
			{{#MODE_MALFORMED}}<li>没有这种服务方式（mode），下面没有按它算。</li>{{/MODE_MALFORMED}}
			{{#NOT_MODE_MALFORMED}}<li>没有这种服务方式（not_mode），下面没有按它算。</li>{{/NOT_MODE_MALFORMED}}
			{{#FEE_MAX_MALFORMED}}<li>最高费用（fee_max）要是数，例如 3000，下面没有按它算。</li>{{/FEE_MAX_MALFORMED}}
			{{#FEE_MAX_OUT_OF_RANGE}}<li>最高费用（fee_max）要在 0 到 1000000 之间，下面没有按它算。</li>{{/FEE_MAX_OUT_OF_RANGE}}
			{{#LIST_MALFORMED}}<li>名单的条件（list）无法识别，返回时看全部机构。</li>{{/LIST_MALFORMED}}
			{{#LIST_OUT_OF_RANGE}}<li>名单的条件（list）太长，返回时看全部机构。</li>{{/LIST_OUT_OF_RANGE}}
			{{#LAT_MALFORMED}}<li>出发点的纬度（lat）要是 -90 到 90 的数，下面没有算距离。<a href="/locate">重新选出发点</a></li>{{/LAT_MALFORMED}}
			{{#LAT_OUT_OF_RANGE}}<li>出发点的纬度（lat）要在 -90 到 90 之间，下面没有算距离。<a href="/locate">重新选出发点</a></li>{{/LAT_OUT_OF_RANGE}}
			{{#LON_MALFORMED}}<li>出发点的经度（lon）要是 -180 到 180 的数，下面没有算距离。<a href="/locate">重新选出发点</a></li>{{/LON_MALFORMED}}
			{{#LON_OUT_OF_RANGE}}<li>出发点的经度（lon）要在 -180 到 180 之间，下面没有算距离。<a href="/locate">重新选出发点</a></li>{{/LON_OUT_OF_RANGE}}
		</ul></div>
	</div></div>
	{{/ERRORS}}
	<h1 class="govuk-heading-l">对比机构</h1>
	{{#IF_GONE}}<div class="govuk-inset-text">选的机构里有 {{GONE}} 家不在名单上：编号写错了，或者已经不再公布。</div>{{/IF_GONE}}
	{{#NONE}}
	<p class="govuk-body">还没有选机构。在名单里勾选两到四家的“对比”，再按“对比所选”，就能并排看。</p>
	<p class="govuk-body"><a class="govuk-link" href="/facilities">去名单里选</a></p>
	{{/NONE}}
	{{#ONE}}<div class="govuk-inset-text print-hidden">现在只有一家。<a class="govuk-link" href="{{LIST_URL}}">去名单里再选</a>，就能并排看。</div>{{/ONE}}
	{{#TOO_MANY}}<div class="govuk-inset-text">一次最多对比四家，下面是前四家。</div>{{/TOO_MANY}}
	{{#IF_FACILITIES}}
	{{#FOR_QUESTION}}<p class="govuk-body">余位、费用、年龄和托位只算合适的班：{{>ASKED}}。<a class="govuk-link print-hidden" href="{{ALL_URL}}">看全部班</a></p>{{/FOR_QUESTION}}
	<div class="compare-view" role="region" aria-label="并排对比，可左右滑动" tabindex="0">
	<table class="govuk-table compare">
		<caption class="govuk-table__caption govuk-visually-hidden">所选机构并排对比，不同的在前</caption>
		<thead class="govuk-table__head">
			<tr class="govuk-table__row">
				<td class="govuk-table__header"></td>
				{{#FACILITIES}}<th scope="col" class="govuk-table__header" data-code="{{CODE}}"><a class="govuk-link" href="{{FACILITY_URL}}">{{NAME}}</a><a class="govuk-link compare__remove" href="{{REMOVE_URL}}">移除<span class="govuk-visually-hidden">{{NAME}}</span></a></th>
				{{/FACILITIES}}
			</tr>
		</thead>
		<tbody class="govuk-table__body">
			{{#LINES}}
			{{#IS_GROUP}}<tr class="compare__group"><th scope="rowgroup" class="govuk-table__header">{{#IS_SAME}}相同{{/IS_SAME}}{{#IS_DIFFERENT}}不同{{/IS_DIFFERENT}}{{#IS_CONTACT}}联系{{/IS_CONTACT}}</th>
				{{#IS_DIFFERENT}}{{#FACILITIES}}<td class="govuk-table__cell"></td>{{/FACILITIES}}{{/IS_DIFFERENT}}
				{{#NAMES_AGAIN}}{{#FACILITIES}}<td class="govuk-table__cell"><span aria-hidden="true">{{NAME}}</span></td>
				{{/FACILITIES}}{{/NAMES_AGAIN}}
			</tr>{{/IS_GROUP}}
			{{#IS_VACANCY}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">余位</th>
				{{#FACILITIES}}<td class="govuk-table__cell">{{#NO_CARE}}不收托{{/NO_CARE}}{{#CARE}}{{#IF_NONE_FIT}}没有合适的班{{/IF_NONE_FIT}}{{#NO_NONE_FIT}}
		{{>OFFER_VACANCY}}
				{{/NO_NONE_FIT}}{{/CARE}}</td>
				{{/FACILITIES}}
			</tr>{{/IS_VACANCY}}
			{{#IS_FEE}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">费用</th>
				{{#FACILITIES}}<td class="govuk-table__cell">{{#NO_CARE}}不收托{{/NO_CARE}}{{#CARE}}{{#IF_NONE_FIT}}没有合适的班{{/IF_NONE_FIT}}{{#NO_NONE_FIT}}{{>OFFER_FEE}}{{/NO_NONE_FIT}}{{/CARE}}</td>
				{{/FACILITIES}}
			</tr>{{/IS_FEE}}
			{{#IS_AGE}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">年龄</th>
				{{#FACILITIES}}<td class="govuk-table__cell">{{#NO_CARE}}不收托{{/NO_CARE}}{{#CARE}}{{#IF_NONE_FIT}}没有合适的班{{/IF_NONE_FIT}}{{#NO_NONE_FIT}}{{#IF_AGE_TO_MONTHS}}{{>AGE_RANGE}}{{/IF_AGE_TO_MONTHS}}{{#NO_AGE_TO_MONTHS}}未公布{{/NO_AGE_TO_MONTHS}}{{/NO_NONE_FIT}}{{/CARE}}</td>
				{{/FACILITIES}}
			</tr>{{/IS_AGE}}
			{{#IS_MODE}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">服务方式</th>
				{{#FACILITIES}}<td class="govuk-table__cell">{{#NO_CARE}}不收托{{/NO_CARE}}{{#CARE}}{{#IF_NONE_FIT}}没有合适的班{{/IF_NONE_FIT}}{{#NO_NONE_FIT}}{{#IF_MODE_NAMES}}{{MODE_NAMES}}{{/IF_MODE_NAMES}}{{#NO_MODE_NAMES}}未公布{{/NO_MODE_NAMES}}{{/NO_NONE_FIT}}{{/CARE}}</td>
				{{/FACILITIES}}
			</tr>{{/IS_MODE}}
			{{#IS_PLACE}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">离出发点</th>
				{{#FACILITIES}}<td class="govuk-table__cell">{{#DISTANCE}}{{DISTANCE_KM}} 公里{{#IF_WALK_MIN}}，<span class="whole">步行约 {{WALK_MIN}} 分钟</span>{{#IF_BY_STREETS}}（按街道估算）{{/IF_BY_STREETS}}{{#NO_BY_STREETS}}（按直线估算）{{/NO_BY_STREETS}}{{/IF_WALK_MIN}}{{/DISTANCE}}</td>
				{{/FACILITIES}}
			</tr>{{/IS_PLACE}}
			{{#IS_KIND}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">类型</th>
				{{#FACILITIES}}<td class="govuk-table__cell">{{KIND_NAME}}{{#IF_INCLUSIVE}}，<strong class="inclusive">普惠</strong>{{/IF_INCLUSIVE}}</td>
				{{/FACILITIES}}
			</tr>{{/IS_KIND}}
			{{#IS_FILING}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">备案</th>
				{{#FACILITIES}}<td class="govuk-table__cell"><span{{#FILING_STATE_IS_UNFILED}} class="trust__not"{{/FILING_STATE_IS_UNFILED}}{{#FILING_STATE_IS_FILING}} class="trust__not"{{/FILING_STATE_IS_FILING}}>{{FILING_STATE_NAME}}</span></td>
				{{/FACILITIES}}
			</tr>{{/IS_FILING}}
			{{#IS_OUTCOMES}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">查处公示{{#IF_RECENT_YEARS}}<span class="said">近 {{RECENT_YEARS}} 年</span>{{/IF_RECENT_YEARS}}</th>
				{{#FACILITIES}}<td class="govuk-table__cell">{{#IF_RECENT_OUTCOMES}}<a class="govuk-link" href="/facilities/{{CODE}}#disclosures">{{RECENT_OUTCOMES}} 条查处公示</a>{{/IF_RECENT_OUTCOMES}}{{#NO_RECENT_OUTCOMES}}没有{{/NO_RECENT_OUTCOMES}}</td>
				{{/FACILITIES}}
			</tr>{{/IS_OUTCOMES}}
			{{#IS_FRESHNESS}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">信息及时</th>
				{{#FACILITIES}}<td class="govuk-table__cell">{{#IF_COUNTED_DAYS}}近 {{COUNTED_DAYS}} 天里，{{FRESH_DAYS}} 天的余位和费用没有过期{{/IF_COUNTED_DAYS}}{{#NO_COUNTED_DAYS}}没有记录{{/NO_COUNTED_DAYS}}</td>
				{{/FACILITIES}}
			</tr>{{/IS_FRESHNESS}}
			{{#IS_CARERS}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">保育人员</th>
				{{#FACILITIES}}<td class="govuk-table__cell">{{#NO_CARE}}不收托{{/NO_CARE}}{{#CARE}}{{#IF_PLACES_PER_CARER}}{{CARERS}} 人，<span class="whole">每人对 {{PLACES_PER_CARER}} 个托位</span>{{/IF_PLACES_PER_CARER}}{{#NO_PLACES_PER_CARER}}{{#IF_CARERS}}{{CARERS}} 人{{/IF_CARERS}}{{#NO_CARERS}}未公布{{/NO_CARERS}}{{/NO_PLACES_PER_CARER}}{{/CARE}}</td>
				{{/FACILITIES}}
			</tr>{{/IS_CARERS}}
			{{#IS_PLACES}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">托位</th>
				{{#FACILITIES}}<td class="govuk-table__cell">{{#NO_CARE}}不收托{{/NO_CARE}}{{#CARE}}{{#IF_NONE_FIT}}没有合适的班{{/IF_NONE_FIT}}{{#NO_NONE_FIT}}{{#IF_PLACES}}{{PLACES}} 个{{/IF_PLACES}}{{#NO_PLACES}}未公布{{/NO_PLACES}}{{/NO_NONE_FIT}}{{/CARE}}</td>
				{{/FACILITIES}}
			</tr>{{/IS_PLACES}}
			{{#IS_HOURS}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">周一至周五</th>
				{{#FACILITIES}}<td class="govuk-table__cell">{{#IF_HOURS_UNTIL}}{{#IF_WEEKDAY_OPEN}}{{WEEKDAY_OPEN}} 到 {{WEEKDAY_CLOSE}}{{/IF_WEEKDAY_OPEN}}{{#NO_WEEKDAY_OPEN}}不开放{{/NO_WEEKDAY_OPEN}}{{#HOURS_STALE}} <span class="said">未更新，请电话确认</span>{{/HOURS_STALE}}{{/IF_HOURS_UNTIL}}{{#NO_HOURS_UNTIL}}未公布{{/NO_HOURS_UNTIL}}</td>
				{{/FACILITIES}}
			</tr>{{/IS_HOURS}}
			{{#IS_MEALS}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">用餐</th>
				{{#FACILITIES}}<td class="govuk-table__cell">{{#IF_MEALS_NAME}}{{MEALS_NAME}}{{/IF_MEALS_NAME}}{{#NO_MEALS_NAME}}未公布{{/NO_MEALS_NAME}}</td>
				{{/FACILITIES}}
			</tr>{{/IS_MEALS}}
			{{#IS_OUTDOOR}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">户外面积</th>
				{{#FACILITIES}}<td class="govuk-table__cell">{{#IF_OUTDOOR_M2}}{{OUTDOOR_M2}} 平方米{{/IF_OUTDOOR_M2}}{{#NO_OUTDOOR_M2}}未公布{{/NO_OUTDOOR_M2}}</td>
				{{/FACILITIES}}
			</tr>{{/IS_OUTDOOR}}
			{{#IS_PHONE}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">电话</th>
				{{#FACILITIES}}<td class="govuk-table__cell">{{#IF_PHONE}}{{#IF_PHONE_DIALED}}<a class="govuk-link" href="tel:{{PHONE_DIALED}}">{{PHONE}}</a>{{/IF_PHONE_DIALED}}{{#NO_PHONE_DIALED}}{{PHONE}}{{/NO_PHONE_DIALED}}{{/IF_PHONE}}{{#NO_PHONE}}未公布{{/NO_PHONE}}</td>
				{{/FACILITIES}}
			</tr>{{/IS_PHONE}}
			{{#IS_ADDRESS}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">地址</th>
				{{#FACILITIES}}<td class="govuk-table__cell">{{STREET_NAME}}，{{ADDRESS}}</td>
				{{/FACILITIES}}
			</tr>{{/IS_ADDRESS}}
			{{/LINES}}
		</tbody>
	</table>
	</div>
	<details class="govuk-details share print-hidden">
		<summary class="govuk-details__summary"><span class="govuk-details__summary-text">把这次对比发给家人</span></summary>
		<div class="govuk-details__text">
			<p class="govuk-body share__link"><span class="code">{{PAGE_URL}}</span> <button type="button" class="copy" data-copy="{{PAGE_URL}}" data-copied="已复制" hidden>复制链接</button></p>
			<p class="govuk-body">用另一部手机扫码打开：</p>
			<img src="{{CODE_URL}}" width="168" height="168" loading="lazy" alt="本页的二维码">
		</div>
	</details>
	{{/IF_FACILITIES}}
</main>
</div>
{{>FOOTER}}
