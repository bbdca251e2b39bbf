{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}错误：{{/ERRORS}}找托育 - {{DISTRICT_NAME}}善育</title>
<meta name="description" content="{{CITY}}{{DISTRICT_NAME}}的托育机构名单：按街镇、月龄、费用、余位和步行距离查找。">
{{#IF_TILES_URL}}<script type="module" src="/js/map.js?v={{CSS_VERSION}}"></script>{{/IF_TILES_URL}}
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main">
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
					{{#AGE_MALFORMED}}<li><a href="#age">月龄请填整数，例如 18</a></li>{{/AGE_MALFORMED}}
					{{#AGE_OUT_OF_RANGE}}<li><a href="#age">月龄超出范围，三岁以下请填 0 到 36</a></li>{{/AGE_OUT_OF_RANGE}}
					{{#MODE_MALFORMED}}<li><a href="#mode">没有这种服务方式，请重新选择</a></li>{{/MODE_MALFORMED}}
					{{#MODE_OUT_OF_RANGE}}<li><a href="#mode">没有这种服务方式，请重新选择</a></li>{{/MODE_OUT_OF_RANGE}}
					{{#KIND_MALFORMED}}<li><a href="#kind">没有这种机构类型，请重新选择</a></li>{{/KIND_MALFORMED}}
					{{#KIND_OUT_OF_RANGE}}<li><a href="#kind">没有这种机构类型，请重新选择</a></li>{{/KIND_OUT_OF_RANGE}}
					{{#FEE_MAX_MALFORMED}}<li><a href="#fee_max">最高费用请只填数字，例如 3000</a></li>{{/FEE_MAX_MALFORMED}}
					{{#FEE_MAX_OUT_OF_RANGE}}<li><a href="#fee_max">最高费用超出范围，请填一个常见的数，例如 3000</a></li>{{/FEE_MAX_OUT_OF_RANGE}}
					{{#WITHIN_MALFORMED}}<li><a href="#within">没有这个步行时间，请重新选择</a></li>{{/WITHIN_MALFORMED}}
					{{#WITHIN_OUT_OF_RANGE}}<li><a href="#within">没有这个步行时间，请重新选择</a></li>{{/WITHIN_OUT_OF_RANGE}}
					{{#WITHIN_NEEDS_PLACE}}<li><a href="#within">按步行时间找，要先选一个出发点</a></li>{{/WITHIN_NEEDS_PLACE}}
					{{#LAT_MALFORMED}}<li><a href="#place">出发点的位置无法识别，请重新选择出发点</a></li>{{/LAT_MALFORMED}}
					{{#LAT_OUT_OF_RANGE}}<li><a href="#place">出发点不在本地范围内，请重新选择出发点</a></li>{{/LAT_OUT_OF_RANGE}}
					{{#LON_MALFORMED}}<li><a href="#place">出发点的位置无法识别，请重新选择出发点</a></li>{{/LON_MALFORMED}}
					{{#LON_OUT_OF_RANGE}}<li><a href="#place">出发点不在本地范围内，请重新选择出发点</a></li>{{/LON_OUT_OF_RANGE}}
					{{#SORT_MALFORMED}}<li><a href="#sort">没有这种排序，请重新选择</a></li>{{/SORT_MALFORMED}}
					{{#SORT_OUT_OF_RANGE}}<li><a href="#sort">没有这种排序，请重新选择</a></li>{{/SORT_OUT_OF_RANGE}}
					{{#PAGE_MALFORMED}}<li><a href="#filter">没有这一页，请重新查找</a></li>{{/PAGE_MALFORMED}}
					{{#PAGE_OUT_OF_RANGE}}<li><a href="#filter">没有这一页，请重新查找</a></li>{{/PAGE_OUT_OF_RANGE}}
				</ul>
			</div>
		</div>
	</div>
	{{/ERRORS}}
	<h1 class="govuk-heading-l">找托育</h1>
	<div class="finder">
		<div class="finder__search" id="filter">
			<div class="place" id="place">
				{{#FROM_POINT}}<p class="govuk-body">出发点：<strong>所选位置</strong> <a class="govuk-link" href="/locate{{#IF_KEEP}}?keep={{KEEP:url_query_escape}}{{/IF_KEEP}}">更换<span class="govuk-visually-hidden">出发点</span></a></p>{{/FROM_POINT}}
				{{#FROM_COMMUNITY}}<p class="govuk-body">出发点：<strong>{{PLACE_NAME}}</strong> <a class="govuk-link" href="/locate{{#IF_KEEP}}?keep={{KEEP:url_query_escape}}{{/IF_KEEP}}">更换<span class="govuk-visually-hidden">出发点</span></a></p>{{/FROM_COMMUNITY}}
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
					{{#IF_OPERATOR}}<input type="hidden" name="operator" value="{{OPERATOR}}">{{/IF_OPERATOR}}
					<div class="govuk-form-group{{#Q_MALFORMED}} govuk-form-group--error{{/Q_MALFORMED}}{{#Q_OUT_OF_RANGE}} govuk-form-group--error{{/Q_OUT_OF_RANGE}}">
						<label class="govuk-label" for="q">地点或机构名称</label>
						{{#Q_MALFORMED}}<p id="q-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>查找的文字无法识别，请重新输入</p>{{/Q_MALFORMED}}
						{{#Q_OUT_OF_RANGE}}<p id="q-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>查找的文字太长，请写短一些</p>{{/Q_OUT_OF_RANGE}}
						<input class="govuk-input{{#Q_MALFORMED}} govuk-input--error{{/Q_MALFORMED}}{{#Q_OUT_OF_RANGE}} govuk-input--error{{/Q_OUT_OF_RANGE}}" id="q" name="q" type="search" value="{{Q}}" autocomplete="off"{{#Q_MALFORMED}} aria-describedby="q-error"{{/Q_MALFORMED}}{{#Q_OUT_OF_RANGE}} aria-describedby="q-error"{{/Q_OUT_OF_RANGE}}>
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
						<label class="govuk-label" for="age">孩子多大（几个月）</label>
						<div id="age-hint" class="govuk-hint">一岁填 12，两岁填 24</div>
						{{#AGE_MALFORMED}}<p id="age-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>月龄请填整数，例如 18</p>{{/AGE_MALFORMED}}
						{{#AGE_OUT_OF_RANGE}}<p id="age-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>月龄超出范围，三岁以下请填 0 到 36</p>{{/AGE_OUT_OF_RANGE}}
						<div class="govuk-input__wrapper">
							<input class="govuk-input govuk-input--width-4{{#AGE_MALFORMED}} govuk-input--error{{/AGE_MALFORMED}}{{#AGE_OUT_OF_RANGE}} govuk-input--error{{/AGE_OUT_OF_RANGE}}" id="age" name="age" type="text" inputmode="numeric" value="{{AGE}}" autocomplete="off" aria-describedby="age-hint{{#AGE_MALFORMED}} age-error{{/AGE_MALFORMED}}{{#AGE_OUT_OF_RANGE}} age-error{{/AGE_OUT_OF_RANGE}}">
							<div class="govuk-input__suffix" aria-hidden="true">个月</div>
						</div>
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
					</div>
					<div class="govuk-form-group{{#FEE_MAX_MALFORMED}} govuk-form-group--error{{/FEE_MAX_MALFORMED}}{{#FEE_MAX_OUT_OF_RANGE}} govuk-form-group--error{{/FEE_MAX_OUT_OF_RANGE}}">
						<label class="govuk-label" for="fee_max">每月最高费用</label>
						{{#FEE_MAX_MALFORMED}}<p id="fee_max-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>最高费用请只填数字，例如 3000</p>{{/FEE_MAX_MALFORMED}}
						{{#FEE_MAX_OUT_OF_RANGE}}<p id="fee_max-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>最高费用超出范围，请填一个常见的数，例如 3000</p>{{/FEE_MAX_OUT_OF_RANGE}}
						<div class="govuk-input__wrapper">
							<input class="govuk-input govuk-input--width-5{{#FEE_MAX_MALFORMED}} govuk-input--error{{/FEE_MAX_MALFORMED}}{{#FEE_MAX_OUT_OF_RANGE}} govuk-input--error{{/FEE_MAX_OUT_OF_RANGE}}" id="fee_max" name="fee_max" type="text" inputmode="numeric" value="{{FEE_MAX}}" autocomplete="off"{{#FEE_MAX_MALFORMED}} aria-describedby="fee_max-error"{{/FEE_MAX_MALFORMED}}{{#FEE_MAX_OUT_OF_RANGE}} aria-describedby="fee_max-error"{{/FEE_MAX_OUT_OF_RANGE}}>
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
								<input class="govuk-checkboxes__input" id="inclusive" name="inclusive" type="checkbox" value="1"{{#INCLUSIVE_CHECKED}} checked{{/INCLUSIVE_CHECKED}}>
								<label class="govuk-label govuk-checkboxes__label" for="inclusive">只看普惠的</label>
							</div>
						</div>
					</fieldset>
					</div>
					<div class="govuk-form-group{{#WITHIN_MALFORMED}} govuk-form-group--error{{/WITHIN_MALFORMED}}{{#WITHIN_OUT_OF_RANGE}} govuk-form-group--error{{/WITHIN_OUT_OF_RANGE}}{{#WITHIN_NEEDS_PLACE}} govuk-form-group--error{{/WITHIN_NEEDS_PLACE}}">
						<label class="govuk-label" for="within">离出发点多远</label>
						{{#WITHIN_MALFORMED}}<p id="within-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>没有这个步行时间，请重新选择</p>{{/WITHIN_MALFORMED}}
						{{#WITHIN_OUT_OF_RANGE}}<p id="within-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>没有这个步行时间，请重新选择</p>{{/WITHIN_OUT_OF_RANGE}}
						{{#WITHIN_NEEDS_PLACE}}<p id="within-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>按步行时间找，要先<a class="govuk-link" href="/locate">选一个出发点</a></p>{{/WITHIN_NEEDS_PLACE}}
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
							{{#SORTS}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{#IS_NEAR}}离得近的在前{{/IS_NEAR}}{{#IS_FRESH}}信息新的在前{{/IS_FRESH}}{{#IS_NAME}}按名称{{/IS_NAME}}{{#IS_FEE}}费用低的在前{{/IS_FEE}}{{#IS_VACANCY}}有余位的在前{{/IS_VACANCY}}</option>
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

		<div class="finder__found" id="results">
			{{#IF_CHIPS}}
			<h2 class="govuk-visually-hidden">已选条件</h2>
			<ul class="chips">
				{{#CHIPS}}<li><a class="chips__chip" href="{{REMOVE_URL}}"><span class="govuk-visually-hidden">去掉条件：</span>{{#IS_Q}}“{{VALUE}}”{{/IS_Q}}{{#IS_STREET}}{{VALUE}}{{/IS_STREET}}{{#IS_COMMUNITY}}从{{VALUE}}出发{{/IS_COMMUNITY}}{{#IS_AGE}}{{VALUE}} 个月{{/IS_AGE}}{{#IS_MODE}}{{VALUE}}{{/IS_MODE}}{{#IS_KIND}}{{VALUE}}{{/IS_KIND}}{{#IS_INCLUSIVE}}普惠{{/IS_INCLUSIVE}}{{#IS_OPERATOR}}举办者：{{VALUE}}{{/IS_OPERATOR}}{{#IS_FEE_MAX}}每月 {{VALUE}} 元以内{{/IS_FEE_MAX}}{{#IS_VACANCY}}有余位{{/IS_VACANCY}}{{#IS_WITHIN}}步行 {{VALUE}} 分钟以内{{/IS_WITHIN}}{{#IS_PLACE}}从所选位置出发{{/IS_PLACE}}<span class="chips__cross" aria-hidden="true">×</span></a></li>
				{{/CHIPS}}
			</ul>
			{{/IF_CHIPS}}
			{{#RESULTS}}
			<h2 class="govuk-heading-m found__count">共 {{TOTAL}} 家</h2>
			<p class="said">{{#FROM_POINT}}距离从所选位置算起，是直线估算的。{{/FROM_POINT}}{{#FROM_COMMUNITY}}距离从{{PLACE_NAME}}算起，是直线估算的。{{/FROM_COMMUNITY}}{{#FROM_STREET}}距离从{{PLACE_NAME}}的中心算起，是直线估算的。{{/FROM_STREET}}{{#STALE_LAST}}信息未更新的、不收托的排在后面。{{/STALE_LAST}}</p>
			<form class="found" action="/compare" method="get" data-compare>
				{{#FROM_POINT}}<input type="hidden" name="lat" value="{{LAT}}"><input type="hidden" name="lon" value="{{LON}}">{{/FROM_POINT}}
				<ol class="listings">
					{{ROWS:none}}
				</ol>
				<div class="found__compare">
					<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">对比所选</button>
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
			<h2 class="govuk-heading-m">没有同时符合这些条件的机构</h2>
			{{#IF_LESS}}
			<p class="govuk-body">去掉其中一个条件就有，下面各举{{#FROM_NOWHERE}}一家{{/FROM_NOWHERE}}{{#FROM_POINT}}最近的一家{{/FROM_POINT}}{{#FROM_COMMUNITY}}最近的一家{{/FROM_COMMUNITY}}{{#FROM_STREET}}最近的一家{{/FROM_STREET}}：</p>
			{{#LESS}}
			<div class="less">
				<p class="less__way"><a class="doors__link" href="{{REMOVE_URL}}"><span>不限{{#IS_Q}}“{{VALUE}}”{{/IS_Q}}{{#IS_STREET}}街镇（{{VALUE}}）{{/IS_STREET}}{{#IS_AGE}}月龄（{{VALUE}} 个月）{{/IS_AGE}}{{#IS_MODE}}服务方式（{{VALUE}}）{{/IS_MODE}}{{#IS_KIND}}机构类型（{{VALUE}}）{{/IS_KIND}}{{#IS_INCLUSIVE}}普惠{{/IS_INCLUSIVE}}{{#IS_OPERATOR}}举办者（{{VALUE}}）{{/IS_OPERATOR}}{{#IS_FEE_MAX}}费用（每月 {{VALUE}} 元以内）{{/IS_FEE_MAX}}{{#IS_VACANCY}}有余位{{/IS_VACANCY}}{{#IS_WITHIN}}距离（步行 {{VALUE}} 分钟以内）{{/IS_WITHIN}}</span><span class="doors__count">{{TOTAL}} 家</span></a></p>
				<ul class="listings nearest">{{NEAREST:none}}</ul>
			</div>
			{{/LESS}}
			{{/IF_LESS}}
			{{#NO_LESS}}<p class="govuk-body">只去掉一个条件也没有。请去掉几个条件再找，或者<a class="govuk-link" href="/facilities">看全部机构</a>。</p>{{/NO_LESS}}
			<p class="govuk-body">也可以打市民服务热线 <a class="govuk-link" href="tel:12345">12345</a> 询问{{#IF_DISTRICT_PHONE}}，或打{{DISTRICT_NAME}}咨询电话 <a class="govuk-link" href="tel:{{DISTRICT_PHONE}}">{{DISTRICT_PHONE}}</a>{{/IF_DISTRICT_PHONE}}。</p>
			{{/EMPTY}}
			{{#RESULTS}}
			<p class="found__files">下载这次查询的结果：<a class="govuk-link" href="{{CSV_URL}}">CSV 表格</a>　<a class="govuk-link" href="{{JSON_URL}}">JSON</a>　<a class="govuk-link" href="{{GEOJSON_URL}}">GeoJSON</a></p>
			{{/RESULTS}}
		</div>

		{{#RESULTS}}
		<section class="finder__map" aria-labelledby="map-heading">
			<h2 class="govuk-heading-s" id="map-heading">地图（示意图）</h2>
			<p class="said">地图仅为示意，列表已包含全部信息。圆点上的数字与列表的序号相同。</p>
			<svg class="map" viewBox="{{MAP_VIEW_BOX}}" role="group" aria-labelledby="map-heading">
				<image href="/map.svg" x="0" y="0" width="{{MAP_WIDTH}}" height="{{MAP_HEIGHT}}"></image>
				{{DOTS:none}}
			</svg>
			{{#IF_TILES_URL}}<div class="tiles" data-tiles-url="{{TILES_URL}}" hidden><button type="button" class="govuk-button govuk-button--secondary" data-tiles-show data-failed="街道地图没有打开，请看示意图">显示街道地图</button></div>{{/IF_TILES_URL}}
		</section>
		{{/RESULTS}}
	</div>
</main>
</div>
{{>FOOTER}}
