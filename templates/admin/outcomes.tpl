{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}错误：{{/ERRORS}}{{#LIST_UNNAMED}}错误：{{/LIST_UNNAMED}}{{#LIST_TOO_MANY}}错误：{{/LIST_TOO_MANY}}结果公示{{#SOME_FOUND}}（{{TOTAL}}{{#TOTAL_MORE}}+{{/TOTAL_MORE}} 条）{{/SOME_FOUND}} - {{DISTRICT_NAME}}善育工作台</title>
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
					{{#CHANGED_FROM_MALFORMED}}<li><a href="#changed_from">最近变动（从）请写成 2026-11-23 的样子</a></li>{{/CHANGED_FROM_MALFORMED}}
					{{#CHANGED_TO_MALFORMED}}<li><a href="#changed_to">最近变动（到）请写成 2026-11-23 的样子</a></li>{{/CHANGED_TO_MALFORMED}}
					{{#CHANGED_TO_OUT_OF_RANGE}}<li><a href="#changed_to">最近变动：“到”的日子在“从”的前面，请改一下</a></li>{{/CHANGED_TO_OUT_OF_RANGE}}
					{{#STATE_MALFORMED}}<li><a href="#state">没有这种状态，请重新选择</a></li>{{/STATE_MALFORMED}}
					{{#TURN_MALFORMED}}<li><a href="#turn">“轮到谁”一项看不懂，请重新选择</a></li>{{/TURN_MALFORMED}}
					{{#DUE_MALFORMED}}<li><a href="#due">没有这种期限，请重新选择</a></li>{{/DUE_MALFORMED}}
					{{#MATTER_MALFORMED}}<li><a href="#matter">没有这个事由，请重新选择</a></li>{{/MATTER_MALFORMED}}
					{{#STREET_MALFORMED}}<li><a href="#filter">没有这个街镇，请重新选择</a></li>{{/STREET_MALFORMED}}
					{{#FACILITY_MALFORMED}}<li><a href="/outcomes">机构编号不对，请全部清除后再找</a></li>{{/FACILITY_MALFORMED}}
					{{#SORT_MALFORMED}}<li><a href="#sort">没有这种排序，请重新选择</a></li>{{/SORT_MALFORMED}}
					{{#PAGE_MALFORMED}}<li><a href="/outcomes">页码不对，请从第 1 页看起</a></li>{{/PAGE_MALFORMED}}
					{{#PAGE_OUT_OF_RANGE}}<li><a href="/outcomes">没有这一页，请从第 1 页看起</a></li>{{/PAGE_OUT_OF_RANGE}}
					{{#AFTER_MALFORMED}}<li><a href="/outcomes">页码不对，请从第 1 页看起</a></li>{{/AFTER_MALFORMED}}
					{{#AFTER_OUT_OF_RANGE}}<li><a href="/outcomes">页码不对，请从第 1 页看起</a></li>{{/AFTER_OUT_OF_RANGE}}
					{{#BEFORE_MALFORMED}}<li><a href="/outcomes">页码不对，请从第 1 页看起</a></li>{{/BEFORE_MALFORMED}}
					{{#BEFORE_OUT_OF_RANGE}}<li><a href="/outcomes">页码不对，请从第 1 页看起</a></li>{{/BEFORE_OUT_OF_RANGE}}
					{{#DONE_MALFORMED}}<li><a href="/outcomes">网址不完整，请从第 1 页看起</a></li>{{/DONE_MALFORMED}}
				</ul>
			</div>
		</div>
	</div>
	{{/ERRORS}}
{{>LIST_SAID}}

	<h1 class="govuk-heading-l">结果公示</h1>
	<p class="govuk-body no-print">查实以后，结论要公示在机构的页面上：先拟稿，再请机构陈述，最后由没有参与拟稿的人审批。</p>
	<p class="print-only said">{{LISTED_AT}} {{ACCOUNT_FULL_NAME}}打印</p>

{{>LIST_NAMED}}

	<form class="filter-bar" action="/outcomes" method="get" id="filter" aria-label="查找条件">
		{{#IF_FACILITY}}<input type="hidden" name="facility" value="{{FACILITY}}">{{/IF_FACILITY}}
		<div class="filter-bar__fields">
			<div class="govuk-form-group filter-bar__words{{#Q_MALFORMED}} govuk-form-group--error{{/Q_MALFORMED}}{{#Q_OUT_OF_RANGE}} govuk-form-group--error{{/Q_OUT_OF_RANGE}}">
				<label class="govuk-label" for="q">机构、件号或结论里的字</label>
				<input class="govuk-input" id="q" name="q" type="search" value="{{Q}}" autocomplete="off" enterkeyhint="search" data-key-search>
			</div>
			<div class="govuk-form-group">
				<label class="govuk-label" for="state">状态</label>
				<select class="govuk-select" id="state" name="state">
					<option value="">{{#HAS_WAITING}}等我办的{{/HAS_WAITING}}{{#HAS_NONE}}不限{{/HAS_NONE}}</option>
					{{#STATES}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{NAME}}</option>
					{{/STATES}}
					{{#HAS_WAITING}}<option value="all"{{#STATE_IS_ALL}} selected{{/STATE_IS_ALL}}>全部</option>{{/HAS_WAITING}}
				</select>
			</div>
			<div class="govuk-form-group">
				<label class="govuk-label" for="turn">轮到谁</label>
				<select class="govuk-select" id="turn" name="turn">
					<option value="">不限</option>
					<option value="PREPARER"{{#TURN_IS_PREPARER}} selected{{/TURN_IS_PREPARER}}>拟稿人</option>
					<option value="APPROVER"{{#TURN_IS_APPROVER}} selected{{/TURN_IS_APPROVER}}>审批人</option>
				</select>
			</div>
			<div class="govuk-form-group">
				<label class="govuk-label" for="due">陈述期限</label>
				<select class="govuk-select" id="due" name="due">
					<option value="">不限</option>
					<option value="near"{{#DUE_IS_NEAR}} selected{{/DUE_IS_NEAR}}>快到期</option>
				</select>
			</div>
		</div>
		<div class="filter-bar__acts">
			<button type="submit" class="govuk-button" data-module="govuk-button">查找</button>
			<a class="govuk-link" href="/outcomes">全部清除</a>
		</div>
		<details class="govuk-details filter-bar__more"{{#ERRORS}} open{{/ERRORS}}>
			<summary class="govuk-details__summary"><span class="govuk-details__summary-text">更多条件和排序</span></summary>
			<div class="filter-bar__fields">
				<div class="govuk-form-group">
					<label class="govuk-label" for="matter">事由</label>
					<select class="govuk-select" id="matter" name="matter">
						<option value="">不限</option>
						{{#MATTERS}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{NAME}}</option>
						{{/MATTERS}}
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
				<div class="govuk-form-group{{#CHANGED_FROM_MALFORMED}} govuk-form-group--error{{/CHANGED_FROM_MALFORMED}}">
					<label class="govuk-label" for="changed_from">最近变动，从</label>
					<input class="govuk-input" id="changed_from" name="changed_from" type="date" value="{{CHANGED_FROM}}">
				</div>
				<div class="govuk-form-group{{#CHANGED_TO_MALFORMED}} govuk-form-group--error{{/CHANGED_TO_MALFORMED}}{{#CHANGED_TO_OUT_OF_RANGE}} govuk-form-group--error{{/CHANGED_TO_OUT_OF_RANGE}}">
					<label class="govuk-label" for="changed_to">最近变动，到</label>
					<input class="govuk-input" id="changed_to" name="changed_to" type="date" value="{{CHANGED_TO}}">
				</div>
				<div class="govuk-form-group">
					<label class="govuk-label" for="sort">排序</label>
					<select class="govuk-select" id="sort" name="sort">
						<option value="">等得久的在前</option>
						<option value="until"{{#SORT_IS_UNTIL}} selected{{/SORT_IS_UNTIL}}>陈述期限近的在前</option>
						<option value="changed"{{#SORT_IS_CHANGED}} selected{{/SORT_IS_CHANGED}}>刚变动的在前</option>
					</select>
				</div>
			</div>
		</details>
	</form>

{{>LIST_CHIPS}}

{{>SOUGHT}}
	{{#IF_PERHAPS}}<p class="govuk-body sought">也许要找的是<a class="govuk-link" href="{{PERHAPS_URL}}">“{{PERHAPS}}”</a>？</p>{{/IF_PERHAPS}}
	{{#SOME_FOUND}}
	<div class="found-line">
		<h2 class="govuk-heading-m found__count">共 {{TOTAL}}{{#TOTAL_MORE}}+{{/TOTAL_MORE}} 条</h2>
		<p class="no-print found-line__acts">{{#MAY_EXPORT}}<a class="govuk-link" href="{{XLSX_URL}}">导出 Excel</a>{{/MAY_EXPORT}}<button type="button" class="link-button" data-print hidden>打印</button><button type="button" class="link-button" data-keys-show hidden>按键</button></p>
	</div>
	<table class="outcomes">
		<caption class="govuk-visually-hidden">要公示的结论{{#IF_PAGE_NUMBER}}，第 {{PAGE_NUMBER}} 页{{/IF_PAGE_NUMBER}}</caption>
		<thead><tr><th scope="col">机构</th><th scope="col">事由和结论</th><th scope="col">状态</th><th scope="col">拟稿</th><th scope="col">最近变动</th></tr></thead>
		<tbody>
			{{#ROWS}}<tr data-case>
				<th scope="row"><a class="govuk-link" href="/outcomes/{{CODE}}">{{FACILITY_NAME}}</a>{{#IF_STANDING}} <strong class="govuk-tag tag-stale">正在复核</strong>{{/IF_STANDING}}{{#IF_CASE_NUMBER}} <span class="said">{{CASE_NUMBER}}</span>{{/IF_CASE_NUMBER}}</th>
				<td>{{VERDICT_NAME}}：{{MATTER_NAME}}</td>
				<td><strong class="govuk-tag{{#IF_END_REASON}} govuk-tag--grey{{/IF_END_REASON}}">{{STATE_NAME}}</strong>{{#IF_UNTIL_ON}} <span class="said">到 <time>{{UNTIL_ON}}</time>{{#IF_ANSWER_PROVISIONAL}}（暂定）{{/IF_ANSWER_PROVISIONAL}}</span>{{#ANSWER_NEAR}} <strong class="mark mark--soon">快到期</strong>{{/ANSWER_NEAR}}{{#ANSWER_OVER}} <strong class="mark mark--late">已到期</strong>{{/ANSWER_OVER}}{{/IF_UNTIL_ON}}{{#IF_IS_PUBLIC}} <span class="said">旧版公开中</span>{{/IF_IS_PUBLIC}}</td>
				<td>{{PREPARED_BY_NAME}}</td>
				<td><time>{{CHANGED_ON}}</time></td>
			</tr>
			{{/ROWS}}
		</tbody>
	</table>
	{{/SOME_FOUND}}
{{>LIST_PAGER}}
	{{#NONE_FOUND}}
	<h2 class="govuk-heading-m">{{#ASKED_MUCH}}没有同时符合这些条件的{{/ASKED_MUCH}}{{#ASKED_NOTHING}}没有要列出的{{/ASKED_NOTHING}}</h2>
	<p class="govuk-body">{{#ASKED_MUCH}}去掉上面的一个条件再看{{#IF_Q}}，几个词之间空一格{{/IF_Q}}{{#IF_ALL_URL}}，或者<a class="govuk-link" href="{{ALL_URL}}">在全部里找</a>{{/IF_ALL_URL}}。{{/ASKED_MUCH}}{{#ASKED_NOTHING}}{{#HAS_WAITING}}没有等您办的。{{/HAS_WAITING}}{{#IF_ALL_URL}}<a class="govuk-link" href="{{ALL_URL}}">看全部</a>。{{/IF_ALL_URL}}答复里写明“属实”的，会自动拟出一稿。{{/ASKED_NOTHING}}</p>
	{{/NONE_FOUND}}
	{{#ERRORS}}<p class="govuk-body">请按上面的提示改一下，再按“查找”。</p>{{/ERRORS}}

{{>LIST_KEPT}}

{{>LIST_KEYS}}
</main>
</div>
{{>FOOTER}}
