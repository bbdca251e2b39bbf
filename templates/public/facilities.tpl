{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}错误：{{/ERRORS}}找托育 - {{DISTRICT_NAME}}善育</title>
<meta name="description" content="{{CITY}}{{DISTRICT_NAME}}的托育机构名单：按街镇、月龄、费用、余位和步行距离查找。">
{{#IF_ATOM_URL}}<link rel="alternate" type="application/atom+xml" href="{{ATOM_URL}}" title="有余位的托育机构">
<link rel="alternate" type="application/feed+json" href="{{FEED_JSON_URL}}" title="有余位的托育机构">
{{/IF_ATOM_URL}}{{#IF_TILES_URL}}<script type="module" src="/js/map.js?v={{CSS_VERSION}}"></script>{{/IF_TILES_URL}}
{{#IF_PAGE_URL}}<meta property="og:type" content="website">
<meta property="og:site_name" content="{{DISTRICT_NAME}}善育">
<meta property="og:title" content="{{DISTRICT_NAME}}的托育机构{{#IF_TOTAL}}，{{TOTAL}} 家{{/IF_TOTAL}}">
<meta property="og:description" content="按地点、月龄、费用和余位查找。">
<meta property="og:url" content="{{PAGE_URL}}">
<meta property="og:image" content="{{BASE_URL}}/card.png">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
{{/IF_PAGE_URL}}{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main" tabindex="-1">
	{{#ERRORS}}
	<div class="govuk-error-summary" data-module="govuk-error-summary" id="error-summary" tabindex="-1">
		<div role="alert">
			<h2 class="govuk-error-summary__title">有些条件要改一下</h2>
			<div class="govuk-error-summary__body">
				<ul class="govuk-list govuk-error-summary__list">
					{{#Q_MALFORMED}}<li><a href="#q">查找的文字无法识别，请重新输入</a></li>{{/Q_MALFORMED}}
					{{#Q_OUT_OF_RANGE}}<li><a href="#q">查找的文字太长，请写短一些</a></li>{{/Q_OUT_OF_RANGE}}
					{{#STREET_MALFORMED}}<li><a href="#street">没有这个街镇，请重新选择</a></li>{{/STREET_MALFORMED}}
					{{#STREET_OUT_OF_RANGE}}<li><a href="#street">没有这个街镇，请重新选择</a></li>{{/STREET_OUT_OF_RANGE}}
					{{#COMMUNITY_MALFORMED}}<li><a href="#filter">没有这个居委，请重新选择</a></li>{{/COMMUNITY_MALFORMED}}
					{{#COMMUNITY_OUT_OF_RANGE}}<li><a href="#filter">没有这个居委，请重新选择</a></li>{{/COMMUNITY_OUT_OF_RANGE}}
					{{#PLACE_MALFORMED}}<li><a href="#place">没有这个出发点，请重新选择</a></li>{{/PLACE_MALFORMED}}
					{{#PLACE_OUT_OF_RANGE}}<li><a href="#place">没有这个出发点，请重新选择</a></li>{{/PLACE_OUT_OF_RANGE}}
					{{#HOUSE_MALFORMED}}<li><a href="#place">门牌号请填数字，例如 393</a></li>{{/HOUSE_MALFORMED}}
					{{#NEAR_MALFORMED}}<li><a href="#place">没有这个地点，请重新选择出发点</a></li>{{/NEAR_MALFORMED}}
					{{#NEAR_OUT_OF_RANGE}}<li><a href="#place">没有这个地点，请重新选择出发点</a></li>{{/NEAR_OUT_OF_RANGE}}
					{{#HOUSE_OUT_OF_RANGE}}<li><a href="#place">门牌号请填 1 到 99999</a></li>{{/HOUSE_OUT_OF_RANGE}}
					{{#AGE_MALFORMED}}<li><a href="#age">月龄请填整数，例如 18，或者写一岁半、20个月、出生日期 <span class="whole">2025-03-08</span></a></li>{{/AGE_MALFORMED}}
					{{#START_MALFORMED}}<li><a href="#start">看不懂入托的月份，请重新选择</a></li>{{/START_MALFORMED}}
					{{#START_OUT_OF_RANGE}}<li><a href="#start">入托的月份请选这个月到三年以内的</a></li>{{/START_OUT_OF_RANGE}}
					{{#AGE_OUT_OF_RANGE}}<li><a href="#age">月龄超出范围，这里只有三岁以下的托育，请填 0 到 36</a></li>{{/AGE_OUT_OF_RANGE}}
					{{#MODE_MALFORMED}}<li><a href="#mode">没有这种服务方式，请重新选择</a></li>{{/MODE_MALFORMED}}
					{{#MODE_OUT_OF_RANGE}}<li><a href="#mode">没有这种服务方式，请重新选择</a></li>{{/MODE_OUT_OF_RANGE}}
					{{#KIND_MALFORMED}}<li><a href="#kind">没有这种机构类型，请重新选择</a></li>{{/KIND_MALFORMED}}
					{{#NOT_MODE_MALFORMED}}<li><a href="#mode">没有这种服务方式，请重新选择</a></li>{{/NOT_MODE_MALFORMED}}
					{{#NOT_KIND_MALFORMED}}<li><a href="#kind">没有这种机构类型，请重新选择</a></li>{{/NOT_KIND_MALFORMED}}
					{{#NOT_OPERATOR_MALFORMED}}<li><a href="#filter">没有这种举办者，请重新选择</a></li>{{/NOT_OPERATOR_MALFORMED}}
					{{#OPEN_UNTIL_MALFORMED}}<li><a href="#filter">时间请写成 18:30 这样</a></li>{{/OPEN_UNTIL_MALFORMED}}
					{{#OPEN_UNTIL_OUT_OF_RANGE}}<li><a href="#filter">时间请写成 18:30 这样</a></li>{{/OPEN_UNTIL_OUT_OF_RANGE}}
					{{#KIND_OUT_OF_RANGE}}<li><a href="#kind">没有这种机构类型，请重新选择</a></li>{{/KIND_OUT_OF_RANGE}}
					{{#FEE_MAX_MALFORMED}}<li><a href="#fee_max">最高费用请只填数字，例如 3000</a></li>{{/FEE_MAX_MALFORMED}}
					{{#FEE_MAX_OUT_OF_RANGE}}<li><a href="#fee_max">最高费用超出范围，请填 0 到 1000000，例如 3000</a></li>{{/FEE_MAX_OUT_OF_RANGE}}
					{{#WITHIN_MALFORMED}}<li><a href="#within">没有这个步行时间，请重新选择</a></li>{{/WITHIN_MALFORMED}}
					{{#WITHIN_OUT_OF_RANGE}}<li><a href="#within">没有这个步行时间，请重新选择</a></li>{{/WITHIN_OUT_OF_RANGE}}
					{{#WITHIN_NEEDS_PLACE}}<li><a href="#within">按步行时间找，要先选一个出发点</a></li>{{/WITHIN_NEEDS_PLACE}}
					{{#LAT_MALFORMED}}<li><a href="#place">出发点的位置无法识别，请重新选择出发点</a></li>{{/LAT_MALFORMED}}
					{{#LAT_OUT_OF_RANGE}}<li><a href="#place">出发点不在本地范围内，请重新选择出发点</a></li>{{/LAT_OUT_OF_RANGE}}
					{{#LON_MALFORMED}}<li><a href="#place">出发点的位置无法识别，请重新选择出发点</a></li>{{/LON_MALFORMED}}
					{{#LON_OUT_OF_RANGE}}<li><a href="#place">出发点不在本地范围内，请重新选择出发点</a></li>{{/LON_OUT_OF_RANGE}}
					{{#SORT_MALFORMED}}<li><a href="#sort">没有这种排序，请重新选择</a></li>{{/SORT_MALFORMED}}
					{{#SORT_OUT_OF_RANGE}}<li><a href="#sort">没有这种排序，请重新选择</a></li>{{/SORT_OUT_OF_RANGE}}
					{{#PAGE_MALFORMED}}<li>{{#IF_LAST_PAGE}}<a href="{{LAST_URL}}">页码要写 1 到 {{LAST_PAGE}}，看最后一页</a>{{/IF_LAST_PAGE}}{{#NO_LAST_PAGE}}<a href="{{FIRST_URL}}">页码要写数字，从第一页看</a>{{/NO_LAST_PAGE}}</li>{{/PAGE_MALFORMED}}
					{{#PAGE_OUT_OF_RANGE}}<li>{{#IF_LAST_PAGE}}<a href="{{LAST_URL}}">没有第 {{PAGE}} 页，一共 {{LAST_PAGE}} 页，看最后一页</a>{{/IF_LAST_PAGE}}{{#NO_LAST_PAGE}}<a href="{{FIRST_URL}}">没有第 {{PAGE}} 页，从第一页看</a>{{/NO_LAST_PAGE}}</li>{{/PAGE_OUT_OF_RANGE}}
				</ul>
			</div>
		</div>
	</div>
	{{/ERRORS}}
	<h1 class="govuk-heading-l">找托育</h1>
	<a href="#results" class="govuk-skip-link">跳到结果</a>
	<div class="finder">
		<div class="finder__search" id="filter">
			<div class="place" id="place">
				{{#FROM_POINT}}<p class="govuk-body">出发点：<strong>所选位置</strong> <a class="govuk-link" href="/locate{{#IF_KEEP}}?keep={{KEEP:url_query_escape}}{{/IF_KEEP}}">更换<span class="govuk-visually-hidden">出发点</span></a></p>{{/FROM_POINT}}
				{{#FROM_COMMUNITY}}<p class="govuk-body">出发点：<strong>{{PLACE_NAME}}</strong> <a class="govuk-link" href="/locate{{#IF_KEEP}}?keep={{KEEP:url_query_escape}}{{/IF_KEEP}}">更换<span class="govuk-visually-hidden">出发点</span></a></p>{{/FROM_COMMUNITY}}
				{{#FROM_PLACE}}<p class="govuk-body">出发点：<strong>{{PLACE_NAME}}</strong> <a class="govuk-link" href="/locate{{#IF_KEEP}}?keep={{KEEP:url_query_escape}}{{/IF_KEEP}}">更换<span class="govuk-visually-hidden">出发点</span></a></p>{{/FROM_PLACE}}
				{{#FROM_STREET}}<p class="govuk-body">出发点：<strong>{{PLACE_NAME}}的中心</strong> <a class="govuk-link" href="/locate{{#IF_KEEP}}?keep={{KEEP:url_query_escape}}{{/IF_KEEP}}">更换<span class="govuk-visually-hidden">出发点</span></a></p>{{/FROM_STREET}}
				{{#FROM_NOWHERE}}
				<p class="govuk-body" data-locate-part hidden><button type="button" class="govuk-button govuk-button--secondary" data-locate="#filter-form">用我的位置查找</button></p>
				<p class="govuk-body" data-locate-status data-asking="正在测位置，浏览器会先问您是否同意。" data-denied="没有得到位置的许可。可以改用输入出发点。" data-failed="暂时测不到位置。请再试一次，或改用输入出发点。" role="status"></p>
				<p class="govuk-body"><a class="govuk-link" href="/locate{{#IF_KEEP}}?keep={{KEEP:url_query_escape}}{{/IF_KEEP}}">输入出发点，看步行多远</a></p>
				{{/FROM_NOWHERE}}
			</div>
			<details class="govuk-details filter" data-wide-open{{#ERRORS}} open{{/ERRORS}}>
				<summary class="govuk-details__summary"><span class="govuk-details__summary-text">筛选和排序</span></summary>
				<div class="govuk-details__text">
				<form id="filter-form" action="/facilities" method="get" role="search" aria-label="筛选和排序" novalidate>
					{{#FROM_POINT}}<input type="hidden" name="lat" value="{{LAT}}"><input type="hidden" name="lon" value="{{LON}}">{{/FROM_POINT}}
					{{#FROM_PLACE}}<input type="hidden" name="place" value="{{PLACE}}">{{#IF_HOUSE}}<input type="hidden" name="house" value="{{HOUSE}}">{{/IF_HOUSE}}{{#IF_NEAR}}<input type="hidden" name="near" value="{{NEAR}}">{{/IF_NEAR}}{{/FROM_PLACE}}
					{{#IF_OPERATOR}}<input type="hidden" name="operator" value="{{OPERATOR}}">{{/IF_OPERATOR}}
					{{#IF_NOT_MODE}}<input type="hidden" name="not_mode" value="{{NOT_MODE}}">{{/IF_NOT_MODE}}{{#IF_NOT_KIND}}<input type="hidden" name="not_kind" value="{{NOT_KIND}}">{{/IF_NOT_KIND}}{{#IF_NOT_OPERATOR}}<input type="hidden" name="not_operator" value="{{NOT_OPERATOR}}">{{/IF_NOT_OPERATOR}}{{#IF_OPEN_UNTIL}}<input type="hidden" name="open_until" value="{{OPEN_UNTIL}}">{{/IF_OPEN_UNTIL}}
					<div class="govuk-form-group{{#Q_MALFORMED}} govuk-form-group--error{{/Q_MALFORMED}}{{#Q_OUT_OF_RANGE}} govuk-form-group--error{{/Q_OUT_OF_RANGE}}">
						<label class="govuk-label" for="q">地点、机构名称，或一句话</label>
						{{#Q_MALFORMED}}<p id="q-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>查找的文字无法识别，请重新输入</p>{{/Q_MALFORMED}}
						{{#Q_OUT_OF_RANGE}}<p id="q-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>查找的文字太长，请写短一些</p>{{/Q_OUT_OF_RANGE}}
						<input class="govuk-input{{#Q_MALFORMED}} govuk-input--error{{/Q_MALFORMED}}{{#Q_OUT_OF_RANGE}} govuk-input--error{{/Q_OUT_OF_RANGE}}" id="q" name="q" type="search" value="{{Q}}"{{#Q_MALFORMED}} aria-describedby="q-error"{{/Q_MALFORMED}}{{#Q_OUT_OF_RANGE}} aria-describedby="q-error"{{/Q_OUT_OF_RANGE}}>
					</div>
					<div class="govuk-form-group{{#STREET_MALFORMED}} govuk-form-group--error{{/STREET_MALFORMED}}{{#STREET_OUT_OF_RANGE}} govuk-form-group--error{{/STREET_OUT_OF_RANGE}}">
						<label class="govuk-label" for="street">街镇</label>
						{{#STREET_MALFORMED}}<p id="street-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>没有这个街镇，请重新选择</p>{{/STREET_MALFORMED}}
						{{#STREET_OUT_OF_RANGE}}<p id="street-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>没有这个街镇，请重新选择</p>{{/STREET_OUT_OF_RANGE}}
						<select class="govuk-select{{#STREET_MALFORMED}} govuk-select--error{{/STREET_MALFORMED}}{{#STREET_OUT_OF_RANGE}} govuk-select--error{{/STREET_OUT_OF_RANGE}}" id="street" name="street"{{#STREET_MALFORMED}} aria-describedby="street-error"{{/STREET_MALFORMED}}{{#STREET_OUT_OF_RANGE}} aria-describedby="street-error"{{/STREET_OUT_OF_RANGE}}>
							<option value="">全部街镇</option>
							{{#STREETS}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{NAME}}</option>
							{{/STREETS}}
						</select>
					</div>
					{{#COMMUNITIES_KNOWN}}
					<div class="govuk-form-group{{#COMMUNITY_MALFORMED}} govuk-form-group--error{{/COMMUNITY_MALFORMED}}{{#COMMUNITY_OUT_OF_RANGE}} govuk-form-group--error{{/COMMUNITY_OUT_OF_RANGE}}">
						<label class="govuk-label" for="community">从哪个居委出发</label>
						{{#COMMUNITY_MALFORMED}}<p id="community-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>没有这个居委，请重新选择</p>{{/COMMUNITY_MALFORMED}}
						{{#COMMUNITY_OUT_OF_RANGE}}<p id="community-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>没有这个居委，请重新选择</p>{{/COMMUNITY_OUT_OF_RANGE}}
						<select class="govuk-select" id="community" name="community"{{#COMMUNITY_MALFORMED}} aria-describedby="community-error"{{/COMMUNITY_MALFORMED}}{{#COMMUNITY_OUT_OF_RANGE}} aria-describedby="community-error"{{/COMMUNITY_OUT_OF_RANGE}}>
							<option value="">不指定</option>
							{{#COMMUNITIES}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{NAME}}</option>
							{{/COMMUNITIES}}
						</select>
					</div>
					{{/COMMUNITIES_KNOWN}}
					<div class="govuk-form-group{{#AGE_MALFORMED}} govuk-form-group--error{{/AGE_MALFORMED}}{{#AGE_OUT_OF_RANGE}} govuk-form-group--error{{/AGE_OUT_OF_RANGE}}">
						<label class="govuk-label" for="age">孩子多大</label>
						<div id="age-hint" class="govuk-hint">写 18、一岁半，或出生日期 <span class="whole">2025-03-08</span>；只写数字算几个月</div>
						{{#AGE_MALFORMED}}<p id="age-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>月龄请填整数，例如 18，或者写一岁半、20个月、出生日期 <span class="whole">2025-03-08</span></p>{{/AGE_MALFORMED}}
						{{#AGE_OUT_OF_RANGE}}<p id="age-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>月龄超出范围，这里只有三岁以下的托育，请填 0 到 36</p>{{/AGE_OUT_OF_RANGE}}
						<div class="govuk-input__wrapper">
							<input class="govuk-input govuk-input--width-10{{#AGE_MALFORMED}} govuk-input--error{{/AGE_MALFORMED}}{{#AGE_OUT_OF_RANGE}} govuk-input--error{{/AGE_OUT_OF_RANGE}}" id="age" name="age" type="text" value="{{AGE}}" aria-describedby="age-hint{{#AGE_MALFORMED}} age-error{{/AGE_MALFORMED}}{{#AGE_OUT_OF_RANGE}} age-error{{/AGE_OUT_OF_RANGE}}">
							{{#AGE_IN_MONTHS}}<div class="govuk-input__suffix" aria-hidden="true">个月</div>{{/AGE_IN_MONTHS}}
						</div>
					</div>
					<div class="govuk-form-group{{#START_MALFORMED}} govuk-form-group--error{{/START_MALFORMED}}{{#START_OUT_OF_RANGE}} govuk-form-group--error{{/START_OUT_OF_RANGE}}">
						<label class="govuk-label" for="start">想哪个月入托</label>
						{{#START_MALFORMED}}<p id="start-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>看不懂入托的月份，请重新选择</p>{{/START_MALFORMED}}
						{{#START_OUT_OF_RANGE}}<p id="start-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>入托的月份请选这个月到三年以内的</p>{{/START_OUT_OF_RANGE}}
						<select class="govuk-select" id="start" name="start"{{#START_MALFORMED}} aria-describedby="start-error"{{/START_MALFORMED}}{{#START_OUT_OF_RANGE}} aria-describedby="start-error"{{/START_OUT_OF_RANGE}}>
							<option value="">现在，或不一定</option>
							{{#STARTS}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{START_YEAR}} 年 {{START_MONTH}} 月</option>
							{{/STARTS}}
						</select>
					</div>
					<div class="govuk-form-group{{#MODE_MALFORMED}} govuk-form-group--error{{/MODE_MALFORMED}}{{#MODE_OUT_OF_RANGE}} govuk-form-group--error{{/MODE_OUT_OF_RANGE}}">
						<label class="govuk-label" for="mode">服务方式</label>
						{{#MODE_MALFORMED}}<p id="mode-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>没有这种服务方式，请重新选择</p>{{/MODE_MALFORMED}}
						{{#MODE_OUT_OF_RANGE}}<p id="mode-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>没有这种服务方式，请重新选择</p>{{/MODE_OUT_OF_RANGE}}
						<select class="govuk-select" id="mode" name="mode"{{#MODE_MALFORMED}} aria-describedby="mode-error"{{/MODE_MALFORMED}}{{#MODE_OUT_OF_RANGE}} aria-describedby="mode-error"{{/MODE_OUT_OF_RANGE}}>
							<option value="">都可以</option>
							{{#MODES}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{NAME}}</option>
							{{/MODES}}
						</select>
					</div>
					<div class="govuk-form-group{{#KIND_MALFORMED}} govuk-form-group--error{{/KIND_MALFORMED}}{{#KIND_OUT_OF_RANGE}} govuk-form-group--error{{/KIND_OUT_OF_RANGE}}">
						<label class="govuk-label" for="kind">机构类型</label>
						{{#KIND_MALFORMED}}<p id="kind-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>没有这种机构类型，请重新选择</p>{{/KIND_MALFORMED}}
						{{#KIND_OUT_OF_RANGE}}<p id="kind-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>没有这种机构类型，请重新选择</p>{{/KIND_OUT_OF_RANGE}}
						<select class="govuk-select" id="kind" name="kind"{{#KIND_MALFORMED}} aria-describedby="kind-error"{{/KIND_MALFORMED}}{{#KIND_OUT_OF_RANGE}} aria-describedby="kind-error"{{/KIND_OUT_OF_RANGE}}>
							<option value="">全部类型</option>
							{{#KINDS}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{NAME}}</option>
							{{/KINDS}}
						</select>
						<details class="govuk-details kinds-told">
							<summary class="govuk-details__summary"><span class="govuk-details__summary-text">各是什么，多少钱</span></summary>
							<dl class="govuk-details__text">
								{{#CARE_KINDS}}<dt>{{NAME}}</dt><dd>{{#IF_NOTE}}{{NOTE}}{{/IF_NOTE}}{{#COST}}{{#IF_NOTE}}，{{/IF_NOTE}}{{/COST}}{{>KIND_COST}}</dd>
								{{/CARE_KINDS}}
								{{#GUIDANCE_KINDS}}<dt>{{NAME}}</dt><dd>不收托{{#IF_NOTE}}，{{NOTE}}{{/IF_NOTE}}</dd>
								{{/GUIDANCE_KINDS}}
							</dl>
						</details>
					</div>
					<div class="govuk-form-group{{#FEE_MAX_MALFORMED}} govuk-form-group--error{{/FEE_MAX_MALFORMED}}{{#FEE_MAX_OUT_OF_RANGE}} govuk-form-group--error{{/FEE_MAX_OUT_OF_RANGE}}">
						<label class="govuk-label" for="fee_max">{{#FEE_BY_MONTH}}每月{{/FEE_BY_MONTH}}最高费用（不含餐费）</label>
						{{#FEE_MAX_MALFORMED}}<p id="fee_max-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>最高费用请只填数字，例如 3000</p>{{/FEE_MAX_MALFORMED}}
						{{#FEE_MAX_OUT_OF_RANGE}}<p id="fee_max-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>最高费用超出范围，请填 0 到 1000000，例如 3000</p>{{/FEE_MAX_OUT_OF_RANGE}}
						<div class="govuk-input__wrapper">
							<input class="govuk-input govuk-input--width-5{{#FEE_MAX_MALFORMED}} govuk-input--error{{/FEE_MAX_MALFORMED}}{{#FEE_MAX_OUT_OF_RANGE}} govuk-input--error{{/FEE_MAX_OUT_OF_RANGE}}" id="fee_max" name="fee_max" type="text" inputmode="numeric" value="{{FEE_MAX}}"{{#FEE_MAX_MALFORMED}} aria-describedby="fee_max-error"{{/FEE_MAX_MALFORMED}}{{#FEE_MAX_OUT_OF_RANGE}} aria-describedby="fee_max-error"{{/FEE_MAX_OUT_OF_RANGE}}>
							<div class="govuk-input__suffix" aria-hidden="true">元</div>
						</div>
					</div>
					<div class="govuk-form-group">
					<fieldset class="govuk-fieldset">
						<legend class="govuk-fieldset__legend govuk-visually-hidden">只看</legend>
						<div class="govuk-checkboxes" data-module="govuk-checkboxes">
							<div class="govuk-checkboxes__item">
								<input class="govuk-checkboxes__input" id="vacancy" name="vacancy" type="checkbox" value="1"{{#VACANCY_CHECKED}} checked{{/VACANCY_CHECKED}}>
								<label class="govuk-label govuk-checkboxes__label" for="vacancy">只看有余位的</label>
							</div>
							<div class="govuk-checkboxes__item">
								<input class="govuk-checkboxes__input" id="inclusive" name="inclusive" type="checkbox" aria-describedby="inclusive-hint" value="1"{{#INCLUSIVE_CHECKED}} checked{{/INCLUSIVE_CHECKED}}>
								<label class="govuk-label govuk-checkboxes__label" for="inclusive">只看普惠的</label>
								<div class="govuk-hint govuk-checkboxes__hint" id="inclusive-hint">有公共支持，收费受限{{#INCLUSIVE_COST}}，{{>KIND_COST}}{{/INCLUSIVE_COST}}</div>
							</div>
							<div class="govuk-checkboxes__item">
								<input class="govuk-checkboxes__input" id="weekend" name="weekend" type="checkbox" value="1"{{#WEEKEND_CHECKED}} checked{{/WEEKEND_CHECKED}}>
								<label class="govuk-label govuk-checkboxes__label" for="weekend">只看周末也开的</label>
							</div>
						</div>
					</fieldset>
					</div>
					<div class="govuk-form-group{{#WITHIN_MALFORMED}} govuk-form-group--error{{/WITHIN_MALFORMED}}{{#WITHIN_OUT_OF_RANGE}} govuk-form-group--error{{/WITHIN_OUT_OF_RANGE}}{{#WITHIN_NEEDS_PLACE}} govuk-form-group--error{{/WITHIN_NEEDS_PLACE}}">
						<label class="govuk-label" for="within">离出发点多远</label>
						{{#WITHIN_MALFORMED}}<p id="within-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>没有这个步行时间，请重新选择</p>{{/WITHIN_MALFORMED}}
						{{#WITHIN_OUT_OF_RANGE}}<p id="within-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>没有这个步行时间，请重新选择</p>{{/WITHIN_OUT_OF_RANGE}}
						{{#WITHIN_NEEDS_PLACE}}<p id="within-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>按步行时间找，要先<a class="govuk-link" href="/locate{{#IF_KEEP}}?keep={{KEEP:url_query_escape}}{{/IF_KEEP}}">选一个出发点</a></p>{{/WITHIN_NEEDS_PLACE}}
						<select class="govuk-select" id="within" name="within"{{#WITHIN_MALFORMED}} aria-describedby="within-error"{{/WITHIN_MALFORMED}}{{#WITHIN_OUT_OF_RANGE}} aria-describedby="within-error"{{/WITHIN_OUT_OF_RANGE}}{{#WITHIN_NEEDS_PLACE}} aria-describedby="within-error"{{/WITHIN_NEEDS_PLACE}}>
							<option value="">不限</option>
							{{#WITHINS}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>步行 {{MINUTES}} 分钟以内</option>
							{{/WITHINS}}
						</select>
					</div>
					<div class="govuk-form-group{{#SORT_MALFORMED}} govuk-form-group--error{{/SORT_MALFORMED}}{{#SORT_OUT_OF_RANGE}} govuk-form-group--error{{/SORT_OUT_OF_RANGE}}">
						<label class="govuk-label" for="sort">排序</label>
						{{#SORT_MALFORMED}}<p id="sort-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>没有这种排序，请重新选择</p>{{/SORT_MALFORMED}}
						{{#SORT_OUT_OF_RANGE}}<p id="sort-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>没有这种排序，请重新选择</p>{{/SORT_OUT_OF_RANGE}}
						<select class="govuk-select" id="sort" name="sort"{{#SORT_MALFORMED}} aria-describedby="sort-error"{{/SORT_MALFORMED}}{{#SORT_OUT_OF_RANGE}} aria-describedby="sort-error"{{/SORT_OUT_OF_RANGE}}>
							{{#SORTS}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{#IS_NEAR}}离得近的在前{{/IS_NEAR}}{{#IS_FRESH}}信息新的在前{{/IS_FRESH}}{{#IS_NAME}}按名称{{/IS_NAME}}{{#IS_FEE}}费用低的在前（不含餐费）{{/IS_FEE}}{{#IS_VACANCY}}有余位的在前{{/IS_VACANCY}}</option>
							{{/SORTS}}
						</select>
					</div>
					<div class="filter__acts">
						<button type="submit" class="govuk-button" data-module="govuk-button">查找</button>
						<a class="govuk-link" href="/facilities">全部清除</a>
					</div>
				</form>
				</div>
			</details>
		</div>

		<div class="finder__found" id="results" tabindex="-1">
			{{#READ_AS}}
			<p class="govuk-body read-as">{{#IF_NOT_FOUND}}没有找到“{{NOT_FOUND}}”，没有按它找。{{/IF_NOT_FOUND}}{{#IF_ELSEWHERE}}“{{ELSEWHERE}}”不在这份名单里，这里只有{{DISTRICT_NAME}}的。{{/IF_ELSEWHERE}}{{#WITHIN_NOWHERE}}要步行 {{WITHIN_MINUTES}} 分钟以内的，从哪里出发？<a class="govuk-link print-hidden" href="/locate?keep={{KEEP_WITHIN:url_query_escape}}">选出发点</a>，或者在查找的那句话里加上路名、小区名。下面还没有按远近找。{{/WITHIN_NOWHERE}}{{#IF_CORRECTED_TO}}按“{{CORRECTED_TO}}”查找<span class="print-hidden">；要找“{{CORRECTED_FROM}}”<a class="govuk-link" href="/facilities?q={{EXACT_QUERY:url_query_escape}}&amp;exact=1">点这里</a></span>。{{/IF_CORRECTED_TO}}{{#IF_OTHERS}}<span class="print-hidden">也可能是：{{#OTHERS}}<a class="govuk-link" href="{{URL}}">{{NAME}}（{{KIND_NAME}}）</a> {{/OTHERS}}</span>{{/IF_OTHERS}}</p>
			{{/READ_AS}}
			{{#IF_YEARS}}<p class="govuk-body read-as print-hidden">按 {{YEARS}} 个月查找。孩子 {{YEARS}} 岁的话，<a class="govuk-link" href="{{YEARS_URL}}">按 {{YEARS}} 岁查找</a></p>{{/IF_YEARS}}
			{{#IF_CHIPS}}
			<h2 class="govuk-visually-hidden">已选条件</h2>
			<ul class="chips">
				{{#CHIPS}}<li><a class="chips__chip" href="{{REMOVE_URL}}"><span class="govuk-visually-hidden">去掉条件：</span>{{#IS_Q}}“{{VALUE}}”{{/IS_Q}}{{#IS_STREET}}{{VALUE}}{{/IS_STREET}}{{#IS_COMMUNITY}}从{{VALUE}}出发{{/IS_COMMUNITY}}{{#IS_NAMED_PLACE}}从{{VALUE}}出发{{/IS_NAMED_PLACE}}{{#IS_AGE}}{{#IF_AGE_WORDS}}{{AGE_WORDS}}（{{VALUE}} 个月）{{/IF_AGE_WORDS}}{{#NO_AGE_WORDS}}{{VALUE}} 个月{{/NO_AGE_WORDS}}{{/IS_AGE}}{{#IS_START}}{{VALUE}} 入托{{#IF_AGE_THEN}}，那时 {{AGE_THEN}} 个月{{/IF_AGE_THEN}}{{/IS_START}}{{#IS_MODE}}{{VALUE}}{{/IS_MODE}}{{#IS_KIND}}{{VALUE}}{{/IS_KIND}}{{#IS_NOT_MODE}}不要{{VALUE}}{{/IS_NOT_MODE}}{{#IS_NOT_KIND}}不要{{VALUE}}{{/IS_NOT_KIND}}{{#IS_INCLUSIVE}}普惠{{/IS_INCLUSIVE}}{{#IS_OPERATOR}}举办者：{{VALUE}}{{/IS_OPERATOR}}{{#IS_OPERATOR_KIND}}{{VALUE}}{{/IS_OPERATOR_KIND}}{{#IS_NOT_OPERATOR}}不要{{VALUE}}{{/IS_NOT_OPERATOR}}{{#IS_WEEKEND}}周末也开{{/IS_WEEKEND}}{{#IS_OPEN_UNTIL}}平日开到 {{VALUE}} 或更晚{{/IS_OPEN_UNTIL}}{{#IS_FEE_MAX}}{{#FEE_BY_MONTH}}每月 {{/FEE_BY_MONTH}}{{VALUE}} 元以内（不含餐费）{{/IS_FEE_MAX}}{{#IS_VACANCY}}有余位{{/IS_VACANCY}}{{#IS_WITHIN}}步行 {{VALUE}} 分钟以内{{/IS_WITHIN}}{{#IS_PLACE}}从所选位置出发{{/IS_PLACE}}<span class="chips__cross" aria-hidden="true">×</span></a></li>
				{{/CHIPS}}
			</ul>
			{{/IF_CHIPS}}
			{{#RESULTS}}
			<h2 class="govuk-heading-m found__count">共 {{TOTAL}} 家{{#IF_WITHOUT_CARE}}：{{WITH_CARE}} 家收托，{{WITHOUT_CARE}} 家不收托{{/IF_WITHOUT_CARE}}</h2>
			<p class="found__map print-hidden"><a class="found__way" href="{{MAP_URL}}">看地图</a></p>
			{{#IF_UNKNOWN}}<p class="govuk-body">另有 {{UNKNOWN}} 家余位未更新或未公布，请打电话问。<a class="govuk-link print-hidden" href="{{ALL_VACANCIES_URL}}">连这些一起看</a></p>{{/IF_UNKNOWN}}
			{{#OUTSIDE}}<p class="govuk-body outside">出发点在{{DISTRICT_NAME}}以外，离区界约 {{OUTSIDE_KM}} 公里。这里只有{{DISTRICT_NAME}}的机构<span class="print-hidden">，可以<a class="govuk-link" href="{{EDGE_URL}}">从最近的区界找起</a></span>。</p>{{/OUTSIDE}}
			<p class="said">{{#FROM_POINT}}距离从所选位置算起，是直线距离。{{/FROM_POINT}}{{#FROM_COMMUNITY}}距离从{{PLACE_NAME}}算起，是直线距离。{{/FROM_COMMUNITY}}{{#FROM_PLACE}}距离从{{PLACE_NAME}}算起，{{#BY_MIDDLE}}按路的中段估算，{{/BY_MIDDLE}}{{#BY_HOUSE}}按门牌最近的 {{HOUSE_KNOWN}} 号估算，{{/BY_HOUSE}}{{#BY_NEAR}}按离{{NEAR_NAME}}最近的一段估算，{{/BY_NEAR}}{{#IF_PRECISION_M}}相差可到 {{PRECISION_M}} 米，{{/IF_PRECISION_M}}是直线距离。{{/FROM_PLACE}}{{#FROM_STREET}}距离从{{PLACE_NAME}}的中心算起，是直线距离。{{/FROM_STREET}}{{#BY_STREETS}}步行时间按街道估算，没有街道资料的地方按直线估算。{{/BY_STREETS}}{{#BY_LINE}}步行时间按直线估算，要绕河流、铁路时会更久。{{/BY_LINE}}{{#FOR_QUESTION}}余位、费用和托位只算合适的班。{{#IF_FEE_MAX}}{{FEE_MAX}} 元以内说的是托费：餐费另加、补贴另减，写在每家的费用里。{{/IF_FEE_MAX}}{{/FOR_QUESTION}}</p>
			<form class="found" action="/compare" method="get" data-compare>
				{{#IF_ORIGIN_LAT}}<input type="hidden" name="lat" value="{{ORIGIN_LAT}}"><input type="hidden" name="lon" value="{{ORIGIN_LON}}">{{/IF_ORIGIN_LAT}}{{#IF_LIST}}<input type="hidden" name="list" value="{{LIST}}">{{/IF_LIST}}
				{{#IF_AGE}}<input type="hidden" name="age" value="{{AGE}}">{{/IF_AGE}}{{#IF_START}}<input type="hidden" name="start" value="{{START}}">{{/IF_START}}{{#IF_MODE}}<input type="hidden" name="mode" value="{{MODE}}">{{/IF_MODE}}{{#NO_MODE}}{{#IF_NOT_MODE}}<input type="hidden" name="not_mode" value="{{NOT_MODE}}">{{/IF_NOT_MODE}}{{/NO_MODE}}{{#IF_FEE_MAX}}<input type="hidden" name="fee_max" value="{{FEE_MAX}}">{{/IF_FEE_MAX}}
				{{>GROUP_HEADING}}
				<ol class="listings">
					{{ROWS:none}}
				</ol>
				<div class="found__compare">
					<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">对比所选</button>
					<button type="button" class="link-button" data-compare-clear hidden>清空</button>
					<p class="said" data-compare-status data-hint="勾选两到四家，再按“对比所选”。" data-more="已选 1 家，再选一家就能对比。" data-chosen="已选" data-some="家。" data-most="已选 4 家，最多四家。" role="status">勾选两到四家，再按“对比所选”。</p>
				</div>
			</form>
			{{#PAGER}}
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
			{{/PAGER}}
			{{/RESULTS}}
			{{#ERRORS}}<p class="govuk-body">请按上面的提示改一下，再按“查找”。</p>{{/ERRORS}}
			{{#EMPTY}}
			{{#NO_CLASS}}
			<h2 class="govuk-heading-m">现在没有机构收 {{ASKED_MONTHS}} 个月的孩子</h2>
			{{#TOO_YOUNG}}<p class="govuk-body">最小收满 {{YOUNGEST}} 个月的。{{#IF_OLD_ENOUGH_MONTH}}孩子到 {{OLD_ENOUGH_MONTH}} 就满了：<a class="govuk-link" href="{{OLD_ENOUGH_URL}}">看那时收的机构</a>{{/IF_OLD_ENOUGH_MONTH}}</p>{{/TOO_YOUNG}}
			{{#TOO_OLD}}<p class="govuk-body">最大收到不满 {{OLDEST}} 个月。满三岁的孩子可以上幼儿园，请向幼儿园询问。</p>{{/TOO_OLD}}
			<p class="govuk-body">想学怎么带孩子，可以去：{{#GUIDANCE}}<a class="govuk-link" href="/facilities?kind={{CODE:url_query_escape}}">{{NAME}}（{{FACILITIES}} 家）</a> {{/GUIDANCE}}</p>
			{{/NO_CLASS}}
			{{#SOME_CLASS}}<h2 class="govuk-heading-m">没有同时符合这些条件的机构</h2>{{/SOME_CLASS}}
			{{#IF_UNKNOWN}}<p class="govuk-body">另有 {{UNKNOWN}} 家余位未更新或未公布，请打电话问。<a class="govuk-link print-hidden" href="{{ALL_VACANCIES_URL}}">连这些一起看</a></p>{{/IF_UNKNOWN}}
			{{#IF_LESS}}
			<p class="govuk-body">去掉其中一个条件就有，下面各举{{#FROM_NOWHERE}}一家{{/FROM_NOWHERE}}{{#FROM_POINT}}最近的一家{{/FROM_POINT}}{{#FROM_COMMUNITY}}最近的一家{{/FROM_COMMUNITY}}{{#FROM_STREET}}最近的一家{{/FROM_STREET}}：</p>
			{{#LESS}}
			<div class="less">
				<p class="less__way"><a class="doors__link" href="{{REMOVE_URL}}"><span>不限{{#IS_Q}}“{{VALUE}}”{{/IS_Q}}{{#IS_STREET}}街镇（{{VALUE}}）{{/IS_STREET}}{{#IS_AGE}}月龄（{{VALUE}} 个月）{{/IS_AGE}}{{#IS_START}}入托时间（{{VALUE}}）{{/IS_START}}{{#IS_MODE}}服务方式（{{VALUE}}）{{/IS_MODE}}{{#IS_KIND}}机构类型（{{VALUE}}）{{/IS_KIND}}{{#IS_NOT_MODE}}“不要{{VALUE}}”{{/IS_NOT_MODE}}{{#IS_NOT_KIND}}“不要{{VALUE}}”{{/IS_NOT_KIND}}{{#IS_INCLUSIVE}}普惠{{/IS_INCLUSIVE}}{{#IS_OPERATOR}}举办者（{{VALUE}}）{{/IS_OPERATOR}}{{#IS_OPERATOR_KIND}}{{VALUE}}{{/IS_OPERATOR_KIND}}{{#IS_NOT_OPERATOR}}“不要{{VALUE}}”{{/IS_NOT_OPERATOR}}{{#IS_WEEKEND}}周末也开{{/IS_WEEKEND}}{{#IS_OPEN_UNTIL}}平日开到 {{VALUE}} 或更晚{{/IS_OPEN_UNTIL}}{{#IS_FEE_MAX}}费用（{{#FEE_BY_MONTH}}每月 {{/FEE_BY_MONTH}}{{VALUE}} 元以内，不含餐费）{{/IS_FEE_MAX}}{{#IS_VACANCY}}有余位{{/IS_VACANCY}}{{#IS_WITHIN}}距离（步行 {{VALUE}} 分钟以内）{{/IS_WITHIN}}</span><span class="doors__count">{{TOTAL}} 家</span></a></p>
				<ul class="listings nearest">{{NEAREST:none}}</ul>
			</div>
			{{/LESS}}
			{{/IF_LESS}}
			{{#NO_LESS}}<p class="govuk-body">只去掉一个条件也没有。请去掉几个条件再找，或者<a class="govuk-link" href="/facilities">看全部机构</a>。</p>{{/NO_LESS}}
			<p class="govuk-body">也可以打市民服务热线 <a class="govuk-link" href="tel:12345">12345</a> 询问{{#IF_DISTRICT_PHONE}}，或打{{DISTRICT_NAME}}咨询电话 <a class="govuk-link" href="tel:{{DISTRICT_PHONE_DIALED}}">{{DISTRICT_PHONE}}</a>{{/IF_DISTRICT_PHONE}}。</p>
			{{/EMPTY}}
			{{#RESULTS}}
			<details class="govuk-details share print-hidden">
				<summary class="govuk-details__summary"><span class="govuk-details__summary-text">把这次查找发给家人</span></summary>
				<div class="govuk-details__text">
					<p class="govuk-body share__link"><span class="code">{{PAGE_URL}}</span> <button type="button" class="copy" data-copy="{{PAGE_URL}}" data-copied="已复制" hidden>复制链接</button></p>
					<p class="govuk-body">用另一部手机扫码打开：</p>
					<img src="{{CODE_URL}}" width="168" height="168" loading="lazy" alt="本页的二维码">
				</div>
			</details>
			<p class="found__files">有新余位时看这里（用阅读软件订阅，本站不知道谁订阅了什么）：<a class="govuk-link" href="{{ATOM_URL}}">Atom</a>　<a class="govuk-link" href="{{FEED_JSON_URL}}">JSON Feed</a></p>
			<p class="found__files">下载这次查询的结果：<a class="govuk-link" href="{{CSV_URL}}">CSV 表格</a>　<a class="govuk-link" href="{{JSON_URL}}">JSON</a>　<a class="govuk-link" href="{{GEOJSON_URL}}">GeoJSON</a>{{#IF_PARTED}}。超过 20000 家，分成几个文件，每个文件写明下一个的地址{{/IF_PARTED}}</p>
			{{/RESULTS}}
		</div>

		{{#RESULTS}}
		<section class="finder__map print-hidden" aria-labelledby="map-heading">
			<h2 class="govuk-heading-s" id="map-heading">地图（示意图）</h2>
			<div data-map-url="{{MAP_URL}}"></div>
			<p class="said"><a class="govuk-link" href="{{MAP_URL}}">在地图上看这些机构</a></p>
			{{#IF_TILES_URL}}<div class="tiles" data-tiles-url="{{TILES_URL}}" hidden><button type="button" class="govuk-button govuk-button--secondary" data-tiles-show data-failed="街道地图没有打开，请看示意图">显示街道地图</button></div>{{/IF_TILES_URL}}
		</section>
		{{/RESULTS}}
	</div>
	{{#CREDITS}}<p class="said credits">{{NAME}}</p>
	{{/CREDITS}}
</main>
</div>
{{>FOOTER}}
