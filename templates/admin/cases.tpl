{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}错误：{{/ERRORS}}{{#LIST_UNNAMED}}错误：{{/LIST_UNNAMED}}{{#LIST_TOO_MANY}}错误：{{/LIST_TOO_MANY}}投诉举报件{{#SOME_FOUND}}（{{TOTAL}}{{#TOTAL_MORE}}+{{/TOTAL_MORE}} 件）{{/SOME_FOUND}} - {{DISTRICT_NAME}}善育工作台</title>
<script type="module" src="/office/js/inbox.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper inbox" id="main" tabindex="-1">
	{{#ERRORS}}
	<div class="govuk-error-summary" data-module="govuk-error-summary" id="error-summary" tabindex="-1">
		<div role="alert">
			<h2 class="govuk-error-summary__title">有些条件要改一下</h2>
			<div class="govuk-error-summary__body">
				<ul class="govuk-list govuk-error-summary__list">
					{{#Q_MALFORMED}}<li><a href="#q">查找的文字无法识别，请重新输入</a></li>{{/Q_MALFORMED}}
					{{#Q_OUT_OF_RANGE}}<li><a href="#q">查找的文字太长，请写短一些（60 字以内）</a></li>{{/Q_OUT_OF_RANGE}}
					{{#RECEIVED_FROM_MALFORMED}}<li><a href="#received_from">收到日期（从）请写成 2026-11-23 的样子</a></li>{{/RECEIVED_FROM_MALFORMED}}
					{{#RECEIVED_TO_MALFORMED}}<li><a href="#received_to">收到日期（到）请写成 2026-11-23 的样子</a></li>{{/RECEIVED_TO_MALFORMED}}
					{{#RECEIVED_TO_OUT_OF_RANGE}}<li><a href="#received_to">收到日期：“到”的日子在“从”的前面，请改一下</a></li>{{/RECEIVED_TO_OUT_OF_RANGE}}
					{{#OPEN_MALFORMED}}<li><a href="#open">没有这种范围，请重新选择</a></li>{{/OPEN_MALFORMED}}
					{{#STATE_MALFORMED}}<li><a href="#state">没有这种状态，请重新选择</a></li>{{/STATE_MALFORMED}}
					{{#KIND_MALFORMED}}<li><a href="#kind">没有这个种类，请重新选择</a></li>{{/KIND_MALFORMED}}
					{{#MATTER_MALFORMED}}<li><a href="#matter">没有这个事项，请重新选择</a></li>{{/MATTER_MALFORMED}}
					{{#URGENCY_MALFORMED}}<li><a href="#urgency">没有这种紧急程度，请重新选择</a></li>{{/URGENCY_MALFORMED}}
					{{#DUE_MALFORMED}}<li><a href="#due">没有这种期限，请重新选择</a></li>{{/DUE_MALFORMED}}
					{{#HANDLER_MALFORMED}}<li><a href="#handler">没有这位经办人，请重新选择</a></li>{{/HANDLER_MALFORMED}}
					{{#STREET_MALFORMED}}<li><a href="#filter">没有这个街镇，请重新选择</a></li>{{/STREET_MALFORMED}}
					{{#DEPARTMENT_MALFORMED}}<li><a href="#filter">没有这个承办单位，请重新选择</a></li>{{/DEPARTMENT_MALFORMED}}
					{{#FACILITY_MALFORMED}}<li><a href="/cases">机构编号不对，请全部清除后再找</a></li>{{/FACILITY_MALFORMED}}
					{{#SUPERVISED_MALFORMED}}<li><a href="#filter">“督办”一项看不懂，请重新选择</a></li>{{/SUPERVISED_MALFORMED}}
					{{#WAITING_MALFORMED}}<li><a href="#filter">“等签收”一项看不懂，请重新选择</a></li>{{/WAITING_MALFORMED}}
					{{#UNREAD_MALFORMED}}<li><a href="#filter">“有新消息”一项看不懂，请重新选择</a></li>{{/UNREAD_MALFORMED}}
					{{#SORT_MALFORMED}}<li><a href="#sort">没有这种排序，请重新选择</a></li>{{/SORT_MALFORMED}}
					{{#PAGE_MALFORMED}}<li><a href="/cases">页码不对，请从第 1 页看起</a></li>{{/PAGE_MALFORMED}}
					{{#PAGE_OUT_OF_RANGE}}<li><a href="/cases">没有这一页，请从第 1 页看起</a></li>{{/PAGE_OUT_OF_RANGE}}
					{{#AFTER_MALFORMED}}<li><a href="/cases">页码不对，请从第 1 页看起</a></li>{{/AFTER_MALFORMED}}
					{{#AFTER_OUT_OF_RANGE}}<li><a href="/cases">页码不对，请从第 1 页看起</a></li>{{/AFTER_OUT_OF_RANGE}}
					{{#BEFORE_MALFORMED}}<li><a href="/cases">页码不对，请从第 1 页看起</a></li>{{/BEFORE_MALFORMED}}
					{{#BEFORE_OUT_OF_RANGE}}<li><a href="/cases">页码不对，请从第 1 页看起</a></li>{{/BEFORE_OUT_OF_RANGE}}
					{{#DONE_MALFORMED}}<li><a href="/cases">网址不完整，请从第 1 页看起</a></li>{{/DONE_MALFORMED}}
				</ul>
			</div>
		</div>
	</div>
	{{/ERRORS}}
{{>LIST_SAID}}

	<h1 class="govuk-heading-l">投诉举报件</h1>
	<p class="print-only said">{{LISTED_AT}} {{ACCOUNT_FULL_NAME}}打印</p>

{{>LIST_NAMED}}

	<form class="filter-bar" action="/cases" method="get" id="filter" aria-label="查找条件">
		{{#IF_FACILITY}}<input type="hidden" name="facility" value="{{FACILITY}}">{{/IF_FACILITY}}
		<div class="filter-bar__fields">
			<div class="govuk-form-group filter-bar__words{{#Q_MALFORMED}} govuk-form-group--error{{/Q_MALFORMED}}{{#Q_OUT_OF_RANGE}} govuk-form-group--error{{/Q_OUT_OF_RANGE}}">
				<label class="govuk-label" for="q">编号、机构或内容</label>
				<input class="govuk-input" id="q" name="q" type="search" value="{{Q}}" autocomplete="off" enterkeyhint="search" data-key-search>
			</div>
			<div class="govuk-form-group">
				<label class="govuk-label" for="due">期限</label>
				<select class="govuk-select" id="due" name="due">
					<option value="">不限</option>
					<option value="pressing"{{#DUE_IS_PRESSING}} selected{{/DUE_IS_PRESSING}}>超期和今天到期</option>
					<option value="over"{{#DUE_IS_OVER}} selected{{/DUE_IS_OVER}}>已超期</option>
					<option value="today"{{#DUE_IS_TODAY}} selected{{/DUE_IS_TODAY}}>今天到期</option>
					<option value="near"{{#DUE_IS_NEAR}} selected{{/DUE_IS_NEAR}}>快到期</option>
				</select>
			</div>
			<div class="govuk-form-group">
				<label class="govuk-label" for="state">状态</label>
				<select class="govuk-select" id="state" name="state">
					<option value="">不限</option>
					{{#STATES}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{NAME}}</option>
					{{/STATES}}
				</select>
			</div>
			<div class="govuk-form-group">
				<label class="govuk-label" for="handler">经办人</label>
				<select class="govuk-select" id="handler" name="handler">
					<option value="">不限</option>
					<option value="me"{{#HANDLER_IS_ME}} selected{{/HANDLER_IS_ME}}>我</option>
					<option value="-"{{#HANDLER_IS_NOBODY}} selected{{/HANDLER_IS_NOBODY}}>还没有人</option>
					{{#HANDLERS}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{NAME}}</option>
					{{/HANDLERS}}
				</select>
			</div>
		</div>
		<div class="filter-bar__acts">
			<button type="submit" class="govuk-button" data-module="govuk-button">查找</button>
			<a class="govuk-link" href="/cases">全部清除</a>
		</div>
		<details class="govuk-details filter-bar__more"{{#ERRORS}} open{{/ERRORS}}>
			<summary class="govuk-details__summary"><span class="govuk-details__summary-text">更多条件和排序</span></summary>
			<div class="filter-bar__fields">
				<div class="govuk-form-group">
					<label class="govuk-label" for="open">范围</label>
					<select class="govuk-select" id="open" name="open">
						<option value="">没办结的</option>
						<option value="closed"{{#OPEN_IS_CLOSED}} selected{{/OPEN_IS_CLOSED}}>办结的</option>
						<option value="all"{{#OPEN_IS_ALL}} selected{{/OPEN_IS_ALL}}>全部</option>
					</select>
				</div>
				<div class="govuk-form-group">
					<label class="govuk-label" for="kind">种类</label>
					<select class="govuk-select" id="kind" name="kind">
						<option value="">不限</option>
						{{#KINDS}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{NAME}}</option>
						{{/KINDS}}
					</select>
				</div>
				<div class="govuk-form-group">
					<label class="govuk-label" for="matter">事项</label>
					<select class="govuk-select" id="matter" name="matter">
						<option value="">不限</option>
						{{#MATTERS}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{NAME}}</option>
						{{/MATTERS}}
					</select>
				</div>
				<div class="govuk-form-group">
					<label class="govuk-label" for="urgency">紧急程度</label>
					<select class="govuk-select" id="urgency" name="urgency">
						<option value="">不限</option>
						<option value="URGENT"{{#URGENCY_IS_URGENT}} selected{{/URGENCY_IS_URGENT}}>紧急</option>
						<option value="ORDINARY"{{#URGENCY_IS_ORDINARY}} selected{{/URGENCY_IS_ORDINARY}}>一般</option>
					</select>
				</div>
				{{#OF_STREETS}}
				<div class="govuk-form-group">
					<label class="govuk-label" for="street">街镇</label>
					<select class="govuk-select" id="street" name="street">
						<option value="">不限</option>
						{{#STREETS}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{NAME}}</option>
						{{/STREETS}}
					</select>
				</div>
				{{/OF_STREETS}}
				{{#OF_DEPARTMENTS}}
				<div class="govuk-form-group">
					<label class="govuk-label" for="department">承办单位</label>
					<select class="govuk-select" id="department" name="department">
						<option value="">不限</option>
						{{#DEPARTMENTS}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{NAME}}</option>
						{{/DEPARTMENTS}}
					</select>
				</div>
				{{/OF_DEPARTMENTS}}
				<div class="govuk-form-group{{#RECEIVED_FROM_MALFORMED}} govuk-form-group--error{{/RECEIVED_FROM_MALFORMED}}">
					<label class="govuk-label" for="received_from">收到日期，从</label>
					<input class="govuk-input" id="received_from" name="received_from" type="date" value="{{RECEIVED_FROM}}">
				</div>
				<div class="govuk-form-group{{#RECEIVED_TO_MALFORMED}} govuk-form-group--error{{/RECEIVED_TO_MALFORMED}}{{#RECEIVED_TO_OUT_OF_RANGE}} govuk-form-group--error{{/RECEIVED_TO_OUT_OF_RANGE}}">
					<label class="govuk-label" for="received_to">收到日期，到</label>
					<input class="govuk-input" id="received_to" name="received_to" type="date" value="{{RECEIVED_TO}}">
				</div>
				<div class="govuk-form-group">
					<label class="govuk-label" for="sort">排序</label>
					<select class="govuk-select" id="sort" name="sort">
						<option value="">超期的、期限近的在前</option>
						<option value="received"{{#SORT_IS_RECEIVED}} selected{{/SORT_IS_RECEIVED}}>新收到的在前</option>
						<option value="changed"{{#SORT_IS_CHANGED}} selected{{/SORT_IS_CHANGED}}>刚变动的在前</option>
					</select>
				</div>
			</div>
			<fieldset class="govuk-fieldset filter-bar__flags">
				<legend class="govuk-visually-hidden">只看</legend>
				<label class="choose"><input type="checkbox" name="supervised" value="1"{{#SUPERVISED_CHECKED}} checked{{/SUPERVISED_CHECKED}}>督办的</label>
				<label class="choose"><input type="checkbox" name="unread" value="1"{{#UNREAD_CHECKED}} checked{{/UNREAD_CHECKED}}>有新消息的</label>
				{{#OF_WAITING}}<label class="choose"><input type="checkbox" name="waiting" value="1"{{#WAITING_CHECKED}} checked{{/WAITING_CHECKED}}>等我们签收的</label>{{/OF_WAITING}}
			</fieldset>
		</details>
	</form>

{{>LIST_CHIPS}}

{{>SOUGHT}}
	{{#IF_PERHAPS}}<p class="govuk-body sought">也许要找的是<a class="govuk-link" href="{{PERHAPS_URL}}">“{{PERHAPS}}”</a>？</p>{{/IF_PERHAPS}}
	{{#SOME_FOUND}}
	<div class="found-line">
		<h2 class="govuk-heading-m found__count">共 {{TOTAL}}{{#TOTAL_MORE}}+{{/TOTAL_MORE}} 件{{#IF_TOTAL_OVER}}，超期 {{TOTAL_OVER}} 件{{/IF_TOTAL_OVER}}{{#IF_TOTAL_TODAY}}，今天到期 {{TOTAL_TODAY}} 件{{/IF_TOTAL_TODAY}}{{#IF_TOTAL_NEAR}}，快到期 {{TOTAL_NEAR}} 件{{/IF_TOTAL_NEAR}}</h2>
		<p class="no-print found-line__acts">{{#MAY_EXPORT}}<a class="govuk-link" href="{{XLSX_URL}}">导出 Excel</a>{{/MAY_EXPORT}}<button type="button" class="link-button" data-print hidden>打印</button><button type="button" class="link-button" data-keys-show hidden>按键</button></p>
	</div>
	{{#PICKING}}<form action="/cases/assign" method="post" id="bulk"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="query" value="{{QUERY}}">{{/PICKING}}
	<table class="cases{{#PICKING}} cases--picking{{/PICKING}}">
		<caption class="govuk-visually-hidden">投诉举报件{{#IF_PAGE_NUMBER}}，第 {{PAGE_NUMBER}} 页{{/IF_PAGE_NUMBER}}</caption>
		<thead>
			<tr>{{#PICKING}}<td class="cases__pick"><label class="choose" hidden data-pick-all><input type="checkbox"><span class="govuk-visually-hidden">选中这一页全部</span></label></td>{{/PICKING}}<th scope="col">编号</th><th scope="col">机构或地点</th><th scope="col">状态和承办</th><th scope="col">期限</th></tr>
		</thead>
		<tbody>
			{{#ROWS}}
			<tr data-case>
				{{#PICKABLE}}<td class="cases__pick"><label class="choose"><input type="checkbox" name="number" value="{{NUMBER}}"><span class="govuk-visually-hidden">选中 {{NUMBER}}</span></label></td>{{/PICKABLE}}
				<th scope="row" class="cases__number"><a class="govuk-link" href="/cases/{{NUMBER}}">{{NUMBER}}</a><span class="cases__line">{{KIND_NAME}} {{#IS_URGENT}}<strong class="mark mark--late">紧急</strong>{{/IS_URGENT}}{{#ROW_SUPERVISED}}<strong class="mark">督办</strong>{{/ROW_SUPERVISED}}{{#IF_UNREAD_MESSAGES}}<strong class="mark">新消息 {{UNREAD_MESSAGES}}</strong>{{/IF_UNREAD_MESSAGES}}{{#IF_REOPENED}}<strong class="mark">不满意过</strong>{{/IF_REOPENED}}</span></th>
				<td>{{#IF_FACILITY_NAME}}{{FACILITY_NAME}}{{/IF_FACILITY_NAME}}{{#NO_FACILITY_NAME}}{{#IF_PLACE}}{{PLACE}}{{/IF_PLACE}}{{#NO_PLACE}}没有写地点{{/NO_PLACE}}{{/NO_FACILITY_NAME}}<span class="cases__line">{{#IF_MATTER_NAME}}{{MATTER_NAME}}{{/IF_MATTER_NAME}}{{#NO_MATTER_NAME}}事项还没有定{{/NO_MATTER_NAME}}{{#IF_STREET_NAME}}，{{STREET_NAME}}{{/IF_STREET_NAME}}</span><span class="cases__line cases__story">{{STORY_BEGINS}}</span></td>
				<td>{{STATE_NAME}}<span class="cases__line">{{#IF_DEPARTMENT_NAME}}{{DEPARTMENT_NAME}}{{/IF_DEPARTMENT_NAME}}{{#IF_HANDLER_NAME}}{{#IF_DEPARTMENT_NAME}}，{{/IF_DEPARTMENT_NAME}}{{HANDLER_NAME}}{{/IF_HANDLER_NAME}}{{#NO_HANDLER_NAME}}{{#IF_DEPARTMENT_NAME}}，{{/IF_DEPARTMENT_NAME}}还没有人经办{{/NO_HANDLER_NAME}}</span></td>
				<td class="cases__due">{{#LIMITED}}{{#IS_OVER}}<strong class="mark mark--late">超期</strong>{{#IF_DAYS_OVER}}已超 {{DAYS_OVER}} 个工作日{{/IF_DAYS_OVER}}{{#NO_DAYS_OVER}}刚过期限{{/NO_DAYS_OVER}}{{/IS_OVER}}{{#IS_TODAY}}<strong class="mark mark--soon">今天到期</strong>{{/IS_TODAY}}{{#IS_NEAR}}<strong class="mark mark--soon">快到期</strong>还有 {{DAYS_LEFT}} 个工作日{{/IS_NEAR}}{{#IS_AHEAD}}还有 {{DAYS_LEFT}} 个工作日{{/IS_AHEAD}}<span class="cases__line"><time datetime="{{DUE_ON}}">{{DUE_ON}}</time> 前{{#DUE_FORWARD}}转交{{/DUE_FORWARD}}{{#DUE_ACCEPT}}告知是否受理{{/DUE_ACCEPT}}{{#DUE_REPLY}}答复{{/DUE_REPLY}}{{#DUE_TELL}}告知结果{{/DUE_TELL}}{{#DUE_REVIEW}}复核{{/DUE_REVIEW}}{{#DUE_PROVISIONAL}}（暂定）{{/DUE_PROVISIONAL}}</span>{{/LIMITED}}{{#IS_STOPPED}}暂停计时{{/IS_STOPPED}}{{#UNLIMITED}}<span class="cases__line">没有在走的期限</span>{{/UNLIMITED}}<span class="cases__line">{{RECEIVED_ON}} 收到</span></td>
			</tr>
			{{/ROWS}}
		</tbody>
	</table>
{{>LIST_BULK}}
	{{/SOME_FOUND}}
{{>LIST_PAGER}}
	{{#NONE_FOUND}}
	<h2 class="govuk-heading-m">{{#ASKED_MUCH}}没有同时符合这些条件的件{{/ASKED_MUCH}}{{#ASKED_NOTHING}}没有待办的件{{/ASKED_NOTHING}}</h2>
	<p class="govuk-body">{{#ASKED_MUCH}}去掉上面的一个条件再看{{#IF_Q}}，几个词之间空一格{{/IF_Q}}{{#IF_ALL_URL}}，或者<a class="govuk-link" href="{{ALL_URL}}">连办结的一起找</a>{{/IF_ALL_URL}}。{{/ASKED_MUCH}}{{#ASKED_NOTHING}}都办结了，或者还没有交到您这里。{{#IF_ALL_URL}}<a class="govuk-link" href="{{ALL_URL}}">看办结的</a>{{/IF_ALL_URL}}{{/ASKED_NOTHING}}</p>
	{{/NONE_FOUND}}
	{{#ERRORS}}<p class="govuk-body">请按上面的提示改一下，再按“查找”。</p>{{/ERRORS}}

{{>LIST_KEPT}}

{{>LIST_KEYS}}
</main>
</div>
{{>FOOTER}}
