{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{NAME}} - {{DISTRICT_NAME}}善育</title>
<meta name="description" content="{{NAME}}，{{STREET_NAME}}，{{KIND_NAME}}。地址：{{ADDRESS}}。余位、费用、备案和联系方式。">
<link rel="canonical" href="{{PAGE_URL}}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="{{DISTRICT_NAME}}善育">
<meta property="og:title" content="{{NAME}}">
<meta property="og:description" content="{{KIND_NAME}}{{#IF_INCLUSIVE}}，普惠{{/IF_INCLUSIVE}}，{{FILING_STATE_NAME}}。{{STREET_NAME}}，{{ADDRESS}}">
<meta property="og:url" content="{{PAGE_URL}}">
<meta property="og:image" content="{{PAGE_URL}}/card.png">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<script type="application/ld+json">{{JSON_LD:none}}</script>
{{>HEADER}}
<div class="govuk-width-container">
<nav aria-label="返回"><a href="{{LIST_URL}}" class="govuk-back-link" data-back>返回名单</a></nav>
<main class="govuk-main-wrapper" id="main" tabindex="-1">
	<h1 class="govuk-heading-l">{{NAME}}</h1>
	<p class="tags"><strong class="govuk-tag govuk-tag--grey">{{KIND_NAME}}</strong> <strong class="govuk-tag govuk-tag--grey">{{FILING_STATE_NAME}}</strong>{{#IF_INCLUSIVE}} <strong class="govuk-tag">普惠</strong>{{/IF_INCLUSIVE}}</p>
	{{#IF_DISCLOSURES}}<p class="govuk-body print-hidden"><a class="govuk-link" href="#disclosures">{{DISCLOSURES}} 条查处公示</a></p>{{/IF_DISCLOSURES}}
	{{#IF_CLOSED_ON}}<div class="govuk-inset-text"><strong>这家机构已于 <time>{{CLOSED_ON}}</time> 停办。</strong>以下是停办前的信息。</div>{{/IF_CLOSED_ON}}

	<div class="facility">
	<section class="contact" aria-labelledby="contact">
		<h2 class="govuk-heading-m" id="contact">联系和到达</h2>
		{{#IF_PHONE}}
		<p class="contact__phone">{{#IF_PHONE_DIALED}}<a class="govuk-link" href="tel:{{PHONE_DIALED}}">{{PHONE}}</a>{{/IF_PHONE_DIALED}}{{#NO_PHONE_DIALED}}{{PHONE}}{{/NO_PHONE_DIALED}} <button type="button" class="copy" data-copy="{{PHONE}}" data-copied="已复制" hidden>复制<span class="govuk-visually-hidden">电话</span></button></p>
		{{/IF_PHONE}}
		{{#NO_PHONE}}<p class="govuk-body">没有公布电话。</p>{{/NO_PHONE}}
		<p class="govuk-body contact__address">{{CITY}}{{DISTRICT_NAME}}{{STREET_NAME}}{{#IF_COMMUNITY_NAME}}（{{COMMUNITY_NAME}}）{{/IF_COMMUNITY_NAME}}<br><span id="address">{{ADDRESS}}</span> <button type="button" class="copy" data-copy="{{ADDRESS}}" data-copied="已复制" hidden>复制<span class="govuk-visually-hidden">地址</span></button></p>
		{{#DISTANCE}}<p class="govuk-body">离出发点 {{DISTANCE_KM}} 公里{{#WALK}}，<span class="whole">步行约 {{WALK_MIN}} 分钟</span>{{#IF_BY_STREETS}}（按街道估算）{{/IF_BY_STREETS}}{{#NO_BY_STREETS}}（按直线估算）{{/NO_BY_STREETS}}{{/WALK}}</p>{{/DISTANCE}}
		<p class="govuk-body contact__routes print-hidden">怎么去：<a class="govuk-link" href="{{AMAP_URL}}" rel="noopener noreferrer">高德地图</a> <a class="govuk-link" href="{{BAIDU_URL}}" rel="noopener noreferrer">百度地图</a> <a class="govuk-link" href="{{TENCENT_URL}}" rel="noopener noreferrer">腾讯地图</a></p>
		{{#IF_WEBSITE}}<p class="govuk-body print-hidden"><a class="govuk-link" href="{{WEBSITE}}" rel="noopener noreferrer nofollow">机构网站</a></p>{{/IF_WEBSITE}}
		<form action="/compare" method="get" data-compare-one><input type="hidden" name="code" value="{{CODE}}">{{#IF_ORIGIN_LAT}}<input type="hidden" name="lat" value="{{ORIGIN_LAT}}"><input type="hidden" name="lon" value="{{ORIGIN_LON}}">{{/IF_ORIGIN_LAT}}{{#CARRIED}}<input type="hidden" name="{{FIELD}}" value="{{VALUE}}">{{/CARRIED}}{{#IF_LIST}}<input type="hidden" name="list" value="{{LIST}}">{{/IF_LIST}}<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">加入对比</button></form>
	</section>
	<div class="facility__main">
		<section aria-labelledby="programmes">
			<h2 class="govuk-heading-m" id="programmes">班型、余位和费用</h2>
			{{#NO_CARE}}<p class="govuk-body">这里不收托，提供育儿指导和活动。</p>{{/NO_CARE}}
			{{#CARE}}{{#NO_PROGRAMMES}}<p class="govuk-body">没有公布。请打电话询问。</p>{{/NO_PROGRAMMES}}{{/CARE}}
			{{#SOME_FIT}}<p class="govuk-body">您找的：{{>ASKED}}。这里 {{PROGRAMME_COUNT}} 个班里有 {{FITTING_COUNT}} 个合适，排在前面。</p>{{/SOME_FIT}}
			{{#ALL_FIT}}<p class="govuk-body">您找的：{{>ASKED}}。这里的班都合适。</p>{{/ALL_FIT}}
			{{#NONE_FITS}}<p class="govuk-body">您找的：{{>ASKED}}。<strong>这里没有合适的班</strong>，下面是全部的班。</p>{{/NONE_FITS}}
			{{#PROGRAMMES}}
			<section class="programme" id="programme-{{CODE}}">
				<h3 class="govuk-heading-s">{{NAME}}{{#IF_CLASS_KIND_NAME}} <span class="programme__kind">{{CLASS_KIND_NAME}}</span>{{/IF_CLASS_KIND_NAME}}</h3>
				{{#FITS}}<p class="programme__fits">{{#IF_ASKED_AGE}}适合 {{ASKED_AGE}} 个月的孩子{{/IF_ASKED_AGE}}{{#NO_ASKED_AGE}}符合您找的条件{{/NO_ASKED_AGE}}</p>{{/FITS}}
				<p class="vacancy">
					{{#VACANCY_FRESH}}
					{{#IF_HAS_VACANCY}}<strong class="govuk-tag">{{#IF_VACANCY_FROM}}<time>{{VACANCY_FROM}}</time> 起{{/IF_VACANCY_FROM}}有余位{{#IF_VACANCY}} {{VACANCY}} 个{{/IF_VACANCY}}</strong>{{/IF_HAS_VACANCY}}
					{{#NO_HAS_VACANCY}}<strong class="govuk-tag govuk-tag--grey">暂无余位</strong>{{#IF_VACANCY_FROM}} <span class="vacancy__from"><time>{{VACANCY_FROM}}</time> 起有</span>{{/IF_VACANCY_FROM}}{{/NO_HAS_VACANCY}}
					<span class="said">{{VACANCY_ASSERTED_BY}} <time>{{VACANCY_ASSERTED_ON}}</time> 更新</span>
					{{/VACANCY_FRESH}}
					{{#VACANCY_STALE}}<strong class="govuk-tag tag-stale">余位未更新，请电话确认</strong> <span class="said">上次更新 <time>{{VACANCY_ASSERTED_ON}}</time></span>{{/VACANCY_STALE}}
					{{#VACANCY_UNKNOWN}}<strong class="govuk-tag tag-stale">余位未公布，请电话询问</strong>{{/VACANCY_UNKNOWN}}
				</p>
				<dl class="facts">
					<div><dt>年龄</dt><dd>{{>AGE_RANGE}}</dd></div>
					<div><dt>方式</dt><dd>{{MODE_NAME}}</dd></div>
					<div><dt>托位</dt><dd>{{#IF_PLACES}}{{PLACES}} 个{{/IF_PLACES}}{{#NO_PLACES}}未公布{{/NO_PLACES}}</dd></div>
					<div><dt>费用</dt><dd>
						{{#FEE_FRESH}}<strong>{{#IF_FEE_YUAN}}{{FEE_YUAN}} {{FEE_UNIT_NAME}}{{/IF_FEE_YUAN}}{{#NO_FEE_YUAN}}免费{{/NO_FEE_YUAN}}</strong>{{#IF_MEAL_FEE_YUAN}}，另收餐费 {{MEAL_FEE_YUAN}} 元/月{{/IF_MEAL_FEE_YUAN}}{{#IF_SUBSIDY_YUAN}}，减补贴 {{SUBSIDY_YUAN}} 元/月{{/IF_SUBSIDY_YUAN}} <span class="said">{{FEE_ASSERTED_BY}} <time>{{FEE_ASSERTED_ON}}</time> 更新</span>{{/FEE_FRESH}}
						{{#FEE_STALE}}{{#IF_FEE_YUAN}}{{FEE_YUAN}} {{FEE_UNIT_NAME}}{{/IF_FEE_YUAN}}{{#NO_FEE_YUAN}}免费{{/NO_FEE_YUAN}}{{#IF_MEAL_FEE_YUAN}}，另收餐费 {{MEAL_FEE_YUAN}} 元/月{{/IF_MEAL_FEE_YUAN}}{{#IF_SUBSIDY_YUAN}}，减补贴 {{SUBSIDY_YUAN}} 元/月{{/IF_SUBSIDY_YUAN}} <span class="said">未更新，请电话确认。<span class="whole">上次更新 <time>{{FEE_ASSERTED_ON}}</time></span></span>{{/FEE_STALE}}
						{{#FEE_UNKNOWN}}未公布，请电话询问{{/FEE_UNKNOWN}}
					</dd></div>
				</dl>
			</section>
			{{/PROGRAMMES}}
		</section>

		<section aria-labelledby="hours">
			<h2 class="govuk-heading-m" id="hours">开放时间</h2>
			{{#HOURS}}
			<dl class="govuk-summary-list">
				<div class="govuk-summary-list__row">
					<dt class="govuk-summary-list__key">周一至周五</dt>
					<dd class="govuk-summary-list__value">{{#IF_WEEKDAY_OPEN}}{{WEEKDAY_OPEN}} 到 {{WEEKDAY_CLOSE}}{{/IF_WEEKDAY_OPEN}}{{#NO_WEEKDAY_OPEN}}不开放{{/NO_WEEKDAY_OPEN}}</dd>
				</div>
				<div class="govuk-summary-list__row">
					<dt class="govuk-summary-list__key">周六、周日</dt>
					<dd class="govuk-summary-list__value">{{#IF_WEEKEND_OPEN}}{{WEEKEND_OPEN}} 到 {{WEEKEND_CLOSE}}{{/IF_WEEKEND_OPEN}}{{#NO_WEEKEND_OPEN}}不开放{{/NO_WEEKEND_OPEN}}</dd>
				</div>
			</dl>
			{{#IF_HOURS_NOTE}}<p class="govuk-body">{{HOURS_NOTE}}</p>{{/IF_HOURS_NOTE}}
			<p class="said">{{#HOURS_FRESH}}{{HOURS_ASSERTED_BY}} <time>{{HOURS_ASSERTED_ON}}</time> 更新{{/HOURS_FRESH}}{{#HOURS_STALE}}<strong>未更新，请电话确认。</strong><span class="whole">上次更新 <time>{{HOURS_ASSERTED_ON}}</time></span>{{/HOURS_STALE}}</p>
			{{/HOURS}}
			{{#HOURS_UNKNOWN}}<p class="govuk-body">没有公布。请打电话询问。</p>{{/HOURS_UNKNOWN}}
		</section>

		{{#IF_SUMMARY}}
		<section aria-labelledby="summary">
			<h2 class="govuk-heading-m" id="summary">机构自述</h2>
			<p class="govuk-body">{{SUMMARY}}</p>
		</section>
		{{/IF_SUMMARY}}

		<section aria-labelledby="filing">
			<h2 class="govuk-heading-m" id="filing">备案和举办者</h2>
			{{#FILING_STATE_IS_FILED}}<p class="govuk-body">已按规定向主管部门备案。备案不等于政府担保质量。</p>{{/FILING_STATE_IS_FILED}}
			{{#FILING_STATE_IS_KINDERGARTEN}}<p class="govuk-body">这是幼儿园开设的托班，按幼儿园管理，由教育部门监管。</p>{{/FILING_STATE_IS_KINDERGARTEN}}
			{{#FILING_STATE_IS_STREET_REGISTERED}}<p class="govuk-body">这是社区里的托育点，由所在街镇登记管理。</p>{{/FILING_STATE_IS_STREET_REGISTERED}}
			{{#FILING_STATE_IS_NOT_REQUIRED}}<p class="govuk-body">这里提供育儿指导和活动，不收托，不需要备案。</p>{{/FILING_STATE_IS_NOT_REQUIRED}}
			{{#FILING_STATE_IS_FILING}}<p class="govuk-body">正在办理备案，还没有办完。</p>{{/FILING_STATE_IS_FILING}}
			{{#FILING_STATE_IS_UNFILED}}<p class="govuk-body">还没有备案。选择之前请先问清原因，也可以打 <a class="govuk-link" href="tel:12345">12345</a> 询问。</p>{{/FILING_STATE_IS_UNFILED}}
			{{#FILING_STATE_IS_ELSEWHERE}}<p class="govuk-body">由其他地区的主管部门登记，请向登记地核实。</p>{{/FILING_STATE_IS_ELSEWHERE}}
			<dl class="govuk-summary-list">
				<div class="govuk-summary-list__row">
					<dt class="govuk-summary-list__key">备案情况</dt>
					<dd class="govuk-summary-list__value">{{FILING_STATE_NAME}}{{#IF_FILING_NUMBER}}，编号 {{FILING_NUMBER}}{{/IF_FILING_NUMBER}}{{#IF_FILED_ON}}，<time>{{FILED_ON}}</time> 备案{{/IF_FILED_ON}}</dd>
				</div>
				<div class="govuk-summary-list__row">
					<dt class="govuk-summary-list__key">举办者</dt>
					<dd class="govuk-summary-list__value">{{#IF_OPERATOR}}{{OPERATOR}}{{#IF_OPERATOR_URL}}<span class="print-hidden"><br><a class="govuk-link" href="{{OPERATOR_URL}}">它办的其他机构</a></span>{{/IF_OPERATOR_URL}}{{/IF_OPERATOR}}{{#NO_OPERATOR}}未公布{{/NO_OPERATOR}}</dd>
				</div>
				<div class="govuk-summary-list__row">
					<dt class="govuk-summary-list__key">统一社会信用代码</dt>
					<dd class="govuk-summary-list__value">{{#IF_USCC}}<span class="code">{{USCC}}</span>{{/IF_USCC}}{{#NO_USCC}}未公布{{/NO_USCC}}</dd>
				</div>
				<div class="govuk-summary-list__row">
					<dt class="govuk-summary-list__key">开办日期</dt>
					<dd class="govuk-summary-list__value">{{#IF_OPENED_ON}}<time>{{OPENED_ON}}</time>{{/IF_OPENED_ON}}{{#NO_OPENED_ON}}未公布{{/NO_OPENED_ON}}</dd>
				</div>
				{{#IF_INCLUSIVE}}
				<div class="govuk-summary-list__row">
					<dt class="govuk-summary-list__key">普惠</dt>
					<dd class="govuk-summary-list__value">是：有公共支持，收费受限{{#IF_INCLUSIVE_FROM}}，<time>{{INCLUSIVE_FROM}}</time> 起{{/IF_INCLUSIVE_FROM}}</dd>
				</div>
				{{/IF_INCLUSIVE}}
			</dl>
		</section>

		<section aria-labelledby="rooms">
			<h2 class="govuk-heading-m" id="rooms">场地和人员</h2>
			<dl class="govuk-summary-list">
				<div class="govuk-summary-list__row">
					<dt class="govuk-summary-list__key">室内面积</dt>
					<dd class="govuk-summary-list__value">{{#IF_INDOOR_M2}}{{INDOOR_M2}} 平方米{{/IF_INDOOR_M2}}{{#NO_INDOOR_M2}}未公布{{/NO_INDOOR_M2}}</dd>
				</div>
				<div class="govuk-summary-list__row">
					<dt class="govuk-summary-list__key">户外面积</dt>
					<dd class="govuk-summary-list__value">{{#IF_OUTDOOR_M2}}{{OUTDOOR_M2}} 平方米{{/IF_OUTDOOR_M2}}{{#NO_OUTDOOR_M2}}未公布{{/NO_OUTDOOR_M2}}</dd>
				</div>
				<div class="govuk-summary-list__row">
					<dt class="govuk-summary-list__key">楼层</dt>
					<dd class="govuk-summary-list__value">{{#IF_FLOORS}}{{FLOORS}} 层{{/IF_FLOORS}}{{#NO_FLOORS}}未公布{{/NO_FLOORS}}</dd>
				</div>
				<div class="govuk-summary-list__row">
					<dt class="govuk-summary-list__key">负责人</dt>
					<dd class="govuk-summary-list__value">{{#IF_HEAD_NAME}}{{HEAD_NAME}}{{/IF_HEAD_NAME}}{{#NO_HEAD_NAME}}未公布{{/NO_HEAD_NAME}}</dd>
				</div>
				<div class="govuk-summary-list__row">
					<dt class="govuk-summary-list__key">保育人员</dt>
					<dd class="govuk-summary-list__value">{{#IF_CARERS}}{{CARERS}} 人{{/IF_CARERS}}{{#NO_CARERS}}未公布{{/NO_CARERS}}</dd>
				</div>
				<div class="govuk-summary-list__row">
					<dt class="govuk-summary-list__key">卫生保健人员</dt>
					<dd class="govuk-summary-list__value">{{#IF_HEALTH_WORKERS}}{{HEALTH_WORKERS}} 人{{/IF_HEALTH_WORKERS}}{{#NO_HEALTH_WORKERS}}未公布{{/NO_HEALTH_WORKERS}}</dd>
				</div>
				<div class="govuk-summary-list__row">
					<dt class="govuk-summary-list__key">保安人员</dt>
					<dd class="govuk-summary-list__value">{{#IF_GUARDS}}{{GUARDS}} 人{{/IF_GUARDS}}{{#NO_GUARDS}}未公布{{/NO_GUARDS}}</dd>
				</div>
				<div class="govuk-summary-list__row">
					<dt class="govuk-summary-list__key">用餐</dt>
					<dd class="govuk-summary-list__value">{{#IF_MEALS_NAME}}{{MEALS_NAME}}{{/IF_MEALS_NAME}}{{#NO_MEALS_NAME}}未公布{{/NO_MEALS_NAME}}</dd>
				</div>
			</dl>
		</section>

		<section aria-labelledby="disclosures">
			<h2 class="govuk-heading-m" id="disclosures">检查、整改、处罚等公示</h2>
			{{#NO_OUTCOMES}}<p class="govuk-body">目前没有已公示的记录。没有记录不等于没有检查。</p>{{/NO_OUTCOMES}}
			{{#OUTCOMES}}
			<article class="disclosure" id="disclosure-{{CODE}}">
				<h3 class="govuk-heading-s">{{VERDICT_NAME}}：{{MATTER_NAME}}</h3>
				<p class="said">投诉举报查处结论，<time>{{FOUND_ON}}</time> {{#SUBSTANTIATED}}查实{{/SUBSTANTIATED}}{{#OVERTURNED}}复核认定{{/OVERTURNED}}，<time>{{DISCLOSED_ON}}</time> 公示{{#IF_CORRECTED_ON}}，<time>{{CORRECTED_ON}}</time> 更正{{/IF_CORRECTED_ON}}</p>
				{{#REVIEW_IS_UNDER_REVIEW}}<p class="disclosure__review"><strong class="govuk-tag tag-stale">正在复核</strong> 这一件正在重新核查，结论以复核后的为准。</p>{{/REVIEW_IS_UNDER_REVIEW}}{{#REVIEW_IS_CHANGED}}<p class="disclosure__review"><strong class="govuk-tag tag-stale">正在复核</strong> 复核后有了不同的结论，下面的公示不再作准，正在更正或撤回。</p>{{/REVIEW_IS_CHANGED}}
				<p class="written">{{SUMMARY:pre_escape}}</p>
				{{#IF_ANSWER}}<h4 class="disclosure__answer">机构的陈述</h4>
				<blockquote class="govuk-inset-text written">{{ANSWER:pre_escape}}</blockquote>{{/IF_ANSWER}}
				{{#NO_ANSWER}}<p class="said">公示前问过机构，机构在期限内没有提出意见。</p>{{/NO_ANSWER}}
			</article>
			{{/OUTCOMES}}
			{{#IF_OUTCOMES}}<p class="govuk-body">机构认为公示有误，可以随时书面要求更正；对行政处理不服，可以依法申请行政复议或者提起行政诉讼。结果有变，这里会更正。</p>{{/IF_OUTCOMES}}
			<p class="govuk-body print-hidden"><a class="govuk-link" href="/disclosures">看全区公示的结论</a></p>
		</section>

		<section aria-labelledby="complain">
			<h2 class="govuk-heading-m" id="complain">举报和投诉</h2>
			<p class="govuk-body"><span class="print-hidden"><a class="govuk-link" href="/complaint?facility={{CODE:url_query_escape}}">对这家机构投诉、举报或提建议</a>，可以匿名。也可以</span>打市民服务热线 <a class="govuk-link" href="tel:12345">12345</a>，说明机构名称和编号 <span class="code">{{CODE}}</span>。孩子有危险时，请先打 <a class="govuk-link" href="tel:110">110</a> 或 <a class="govuk-link" href="tel:120">120</a>。</p>
		</section>
	</div>
	<section class="share" aria-labelledby="share">
		<h2 class="govuk-heading-s" id="share">发给家人</h2>
		<p class="govuk-body share__link"><span class="code">{{PAGE_URL}}</span> <button type="button" class="copy" data-copy="{{PAGE_URL}}" data-copied="已复制" hidden>复制链接</button></p>
		<p class="govuk-body">用另一部手机扫码打开：</p>
		<img src="/facilities/{{CODE}}/qr.svg" width="168" height="168" alt="{{NAME}}公开信息页的二维码">
		<p class="govuk-body print-hidden"><a class="govuk-link" href="/facilities/{{CODE}}/contact.vcf">存到通讯录</a></p>
		<p class="govuk-body print-hidden"><a class="govuk-link" href="/facilities/{{CODE}}/poster">打印门口张贴的海报</a></p>
	</section>
	</div>
</main>
</div>
{{>FOOTER}}
