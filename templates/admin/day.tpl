{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>今天 - {{DISTRICT_NAME}}善育工作台</title>
<script type="module" src="/office/js/inbox.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper day" id="main" tabindex="-1">
	<h1 class="govuk-heading-l">{{FULL_NAME}}，今天是 <time datetime="{{TODAY}}">{{TODAY}}</time> 星期{{#MONDAY}}一{{/MONDAY}}{{#TUESDAY}}二{{/TUESDAY}}{{#WEDNESDAY}}三{{/WEDNESDAY}}{{#THURSDAY}}四{{/THURSDAY}}{{#FRIDAY}}五{{/FRIDAY}}{{#SATURDAY}}六{{/SATURDAY}}{{#SUNDAY}}日{{/SUNDAY}}</h1>
	{{#SEES_NOTHING}}
	<p class="govuk-inset-text" id="sees-nothing">您的账号现在没有定看得到的范围，所以这里什么都没有，件和数据都打不开。{{#IF_ADMINISTRATORS}}请找系统管理员定范围：{{ADMINISTRATORS}}。{{/IF_ADMINISTRATORS}}{{#NO_ADMINISTRATORS}}请找系统管理员定范围。{{/NO_ADMINISTRATORS}}定好以后刷新这一页就看得到，不用重新登录。</p>
	{{/SEES_NOTHING}}
	{{#WORKS_ON_CASES}}
	{{#DAY_OFF}}<p class="govuk-body">今天不是工作日，按工作日算的期限不走。</p>{{/DAY_OFF}}
	<nav class="lists" aria-label="清单">
		<ul>
			{{#QUICK_LISTS}}<li><a href="{{URL}}">{{#LIST_MINE}}我经办的{{/LIST_MINE}}{{#LIST_NEW}}新收到{{/LIST_NEW}}{{#LIST_RETURNED}}退回待交办{{/LIST_RETURNED}}{{#LIST_WAITING}}等我们签收{{/LIST_WAITING}}{{#LIST_REVIEW}}等复核{{/LIST_REVIEW}}{{#LIST_PRESSING}}超期和今天到期{{/LIST_PRESSING}}{{#LIST_NEAR}}快到期{{/LIST_NEAR}}{{#LIST_UNREAD}}有新消息{{/LIST_UNREAD}}{{#LIST_SUPERVISED}}督办{{/LIST_SUPERVISED}} <span class="lists__count">{{HOLDS}}{{#HOLDS_MORE}}+{{/HOLDS_MORE}}</span></a></li>
			{{/QUICK_LISTS}}
			{{#SAVED_LISTS}}<li class="lists__own"><a href="{{URL}}">{{NAME}} <span class="lists__count">{{HOLDS}}{{#HOLDS_MORE}}+{{/HOLDS_MORE}}</span></a></li>
			{{/SAVED_LISTS}}
		</ul>
	</nav>
{{>DAY_FIRST}}
	{{#PARTS}}
	<section>
		<h2 class="govuk-heading-m">{{#PART_MINE}}我经办的{{/PART_MINE}}{{#PART_WAITING}}等我们签收{{/PART_WAITING}}{{#PART_NEW}}新收到，等受理{{/PART_NEW}}{{#PART_RETURNED}}退回的，等重新交办{{/PART_RETURNED}}{{#PART_REVIEW}}答复后仍不满意，等复核{{/PART_REVIEW}}{{#PART_PRESSING}}超期和今天到期{{/PART_PRESSING}}{{#PART_UNREAD}}举报人有新消息{{/PART_UNREAD}}{{#SOME}}（{{CASES}}）{{/SOME}}</h2>
		{{#SOME}}
		<table class="cases">
			<caption class="govuk-visually-hidden">{{#PART_MINE}}我经办的{{/PART_MINE}}{{#PART_WAITING}}等我们签收{{/PART_WAITING}}{{#PART_NEW}}新收到，等受理{{/PART_NEW}}{{#PART_RETURNED}}退回的，等重新交办{{/PART_RETURNED}}{{#PART_REVIEW}}答复后仍不满意，等复核{{/PART_REVIEW}}{{#PART_PRESSING}}超期和今天到期{{/PART_PRESSING}}{{#PART_UNREAD}}举报人有新消息{{/PART_UNREAD}}</caption>
			<thead>
				<tr><th scope="col">编号</th><th scope="col">机构或地点</th><th scope="col">状态和承办</th><th scope="col">期限</th></tr>
			</thead>
			<tbody>
				{{#ROWS}}
				<tr data-case>
					
					<th scope="row" class="cases__number"><a class="govuk-link" href="/cases/{{NUMBER}}">{{NUMBER}}</a><span class="cases__line">{{KIND_NAME}} {{#IS_URGENT}}<strong class="mark mark--late">紧急</strong>{{/IS_URGENT}}{{#ROW_SUPERVISED}}<strong class="mark">督办</strong>{{/ROW_SUPERVISED}}{{#IF_UNREAD_MESSAGES}}<strong class="mark">新消息 {{UNREAD_MESSAGES}}</strong>{{/IF_UNREAD_MESSAGES}}{{#IF_REOPENED}}<strong class="mark">不满意过</strong>{{/IF_REOPENED}}</span></th>
					<td>{{#IF_FACILITY_NAME}}{{FACILITY_NAME}}{{/IF_FACILITY_NAME}}{{#NO_FACILITY_NAME}}{{#IF_PLACE}}{{PLACE}}{{/IF_PLACE}}{{#NO_PLACE}}没有写地点{{/NO_PLACE}}{{/NO_FACILITY_NAME}}<span class="cases__line">{{#IF_MATTER_NAME}}{{MATTER_NAME}}{{/IF_MATTER_NAME}}{{#NO_MATTER_NAME}}事项还没有定{{/NO_MATTER_NAME}}{{#IF_STREET_NAME}}，{{STREET_NAME}}{{/IF_STREET_NAME}}</span><span class="cases__line cases__story">{{STORY_BEGINS}}</span></td>
					<td>{{STATE_NAME}}<span class="cases__line">{{#IF_DEPARTMENT_NAME}}{{DEPARTMENT_NAME}}{{/IF_DEPARTMENT_NAME}}{{#IF_HANDLER_NAME}}{{#IF_DEPARTMENT_NAME}}，{{/IF_DEPARTMENT_NAME}}{{HANDLER_NAME}}{{/IF_HANDLER_NAME}}{{#NO_HANDLER_NAME}}{{#IF_DEPARTMENT_NAME}}，{{/IF_DEPARTMENT_NAME}}还没有人经办{{/NO_HANDLER_NAME}}</span></td>
					<td class="cases__due">{{#LIMITED}}{{#IS_OVER}}<strong class="mark mark--late">超期</strong>{{#IF_DAYS_OVER}}已超 {{DAYS_OVER}} 个工作日{{/IF_DAYS_OVER}}{{#NO_DAYS_OVER}}刚过期限{{/NO_DAYS_OVER}}{{/IS_OVER}}{{#IS_TODAY}}<strong class="mark mark--soon">今天到期</strong>{{/IS_TODAY}}{{#IS_NEAR}}<strong class="mark mark--soon">快到期</strong>还有 {{DAYS_LEFT}} 个工作日{{/IS_NEAR}}{{#IS_AHEAD}}还有 {{DAYS_LEFT}} 个工作日{{/IS_AHEAD}}<span class="cases__line"><time datetime="{{DUE_ON}}">{{DUE_ON}}</time> 前{{#DUE_FORWARD}}转交{{/DUE_FORWARD}}{{#DUE_ACCEPT}}告知是否受理{{/DUE_ACCEPT}}{{#DUE_REPLY}}答复{{/DUE_REPLY}}{{#DUE_TELL}}告知结果{{/DUE_TELL}}{{#DUE_REVIEW}}复核{{/DUE_REVIEW}}{{#DUE_PROVISIONAL}}（暂定）{{/DUE_PROVISIONAL}}</span>{{/LIMITED}}{{#IS_STOPPED}}暂停计时{{/IS_STOPPED}}{{#UNLIMITED}}<span class="cases__line">没有在走的期限</span>{{/UNLIMITED}}<span class="cases__line">{{RECEIVED_ON}} 收到</span></td>
				</tr>
				{{/ROWS}}
			</tbody>
		</table>
		<p class="govuk-body no-print"><a class="govuk-link" href="{{URL}}">{{#IF_MORE}}还有 {{MORE}} 件，看全部{{/IF_MORE}}{{#NO_MORE}}在清单里打开{{/NO_MORE}}<span class="govuk-visually-hidden">：{{#PART_MINE}}我经办的{{/PART_MINE}}{{#PART_WAITING}}等我们签收{{/PART_WAITING}}{{#PART_NEW}}新收到，等受理{{/PART_NEW}}{{#PART_RETURNED}}退回的，等重新交办{{/PART_RETURNED}}{{#PART_REVIEW}}答复后仍不满意，等复核{{/PART_REVIEW}}{{#PART_PRESSING}}超期和今天到期{{/PART_PRESSING}}{{#PART_UNREAD}}举报人有新消息{{/PART_UNREAD}}</span></a></p>
		{{/SOME}}
		{{#NONE}}<p class="govuk-body">{{#PART_MINE}}现在没有由您经办的件。{{/PART_MINE}}{{#PART_WAITING}}没有等你们签收的件。{{/PART_WAITING}}{{#PART_NEW}}没有新收到的件。{{/PART_NEW}}{{#PART_RETURNED}}没有退回的件。{{/PART_RETURNED}}{{#PART_REVIEW}}没有等复核的件。{{/PART_REVIEW}}{{#PART_PRESSING}}没有超期的，今天也没有到期的。{{/PART_PRESSING}}{{#PART_UNREAD}}没有还没看的消息。{{/PART_UNREAD}}</p>{{/NONE}}
	</section>
	{{/PARTS}}
{{>DAY_LAST}}
	{{/WORKS_ON_CASES}}
	{{#AUDITS}}
	<p class="govuk-body">您可以查看谁在什么时候做了什么。您的账号不能改动任何内容。</p>
	<ul class="doors doors--single">
		<li><a class="doors__link" href="/audit"><span>审计记录</span></a></li>
		<li><a class="doors__link" href="/numbers"><span>数据</span></a></li>
	</ul>
	{{/AUDITS}}
	{{#MANAGES_ACCOUNTS}}
	<p class="govuk-body">您管理账号。系统管理看不到投诉举报的内容。</p>
	<ul class="doors doors--single">
		<li><a class="doors__link" href="/users"><span>账号</span></a></li>
		<li><a class="doors__link" href="/account"><span>我的账号和登录</span></a></li>
	</ul>
	{{/MANAGES_ACCOUNTS}}
</main>
</div>
{{>FOOTER}}
