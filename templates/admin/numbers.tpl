{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}错误：{{/ERRORS}}投诉举报数据 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper numbers" id="main" tabindex="-1">
	{{>ERROR_SUMMARY title="有些条件要改一下"}}
	<h1 class="govuk-heading-l">投诉举报数据</h1>
	<form class="numbers__filter" action="/numbers" method="get" aria-label="时间和分组">
		{{>FIELD_DATE name="from" type="text" label="收到日期，从" what="开始日期" width="10" attributes='inputmode="numeric" maxlength="10" autocomplete="off"' | out_of_range="开始日期不能晚于结束日期，最多看五年"}}
		{{>FIELD_DATE name="to" type="text" label="到" what="结束日期" width="10" attributes='inputmode="numeric" maxlength="10" autocomplete="off"'}}
		{{>FIELD_SELECT name="by" label="分组" last='<option value="department"{{#BY_DEPARTMENT}} selected{{/BY_DEPARTMENT}}>主办单位</option><option value="street"{{#BY_STREET}} selected{{/BY_STREET}}>街镇</option><option value="kind"{{#BY_KIND}} selected{{/BY_KIND}}>种类</option><option value="matter"{{#BY_MATTER}} selected{{/BY_MATTER}}>事项</option>' | out_of_range="没有这种分组，请重新选择"}}
		<button type="submit" class="govuk-button" data-module="govuk-button">查看</button>
		<p class="numbers__ways"><a class="govuk-link" href="{{MONTH_URL}}">近 30 天</a> <a class="govuk-link" href="{{YEAR_URL}}">今年以来</a> <a class="govuk-link" href="{{MONTHS_URL}}">近 12 个月</a></p>
	</form>
	{{#COUNTED}}
	<p class="said">{{COUNTED_AT}} 统计。合并办理的只算一件。{{#MAY_EXPORT}}<a class="govuk-link" href="{{XLSX_URL}}">导出 Excel</a>{{/MAY_EXPORT}}</p>

	<svg class="chart__patterns" width="0" height="0" aria-hidden="true" focusable="false">
		<defs>
			<pattern id="part-1" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#0f6657"/></pattern>
			<pattern id="part-2" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fff"/><path d="M-2 10L10 -2M-2 2L2 -2M6 10L10 6" stroke="#7a4a00" stroke-width="3"/></pattern>
			<pattern id="part-3" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#a8291f"/><path d="M0 0L8 8M8 0L0 8" stroke="#fff" stroke-width="1.5"/></pattern>
			<pattern id="part-4" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#d8ebe5"/></pattern>
			<pattern id="part-5" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><circle cx="3" cy="3" r="1.25" fill="#4a5754"/></pattern>
		</defs>
	</svg>

	{{#WHOLE}}
	<section aria-labelledby="whole-title">
	<h2 class="govuk-heading-m" id="whole-title">总的情况</h2>
	<dl class="numbers__whole">
		<div><dt>现在在办</dt><dd><strong>{{WAITING}}</strong> 件<span class="said">其中超过期限还没答复 {{WAITING_OVERDUE}} 件。不论什么时候收到，不认可、正在重查的也算。</span></dd></div>
		<div><dt>按时答复</dt><dd>{{#ON_TIME_SHARE}}{{#SHARE}}<strong>{{PERCENT}}%</strong> （{{PART_COUNT}} / {{WHOLE_COUNT}}）{{/SHARE}}{{#NOTHING_TO_DIVIDE}}<strong>还没有</strong>{{/NOTHING_TO_DIVIDE}}{{/ON_TIME_SHARE}}<span class="said">答复了的和到了期限的件里，按时答复的。超期还没答复的 {{OVERDUE}} 件也算在分母里；不予受理和转出的不算。</span></dd></div>
		<div><dt>一半的件多久有答复</dt><dd>{{#MEDIAN}}{{#REACHED}}<strong>{{DAYS}}</strong> 个工作日内{{/REACHED}}{{#NOT_REACHED}}<strong>还没有到一半</strong>{{/NOT_REACHED}}{{#NOTHING_TO_DIVIDE}}<strong>还没有</strong>{{/NOTHING_TO_DIVIDE}}{{/MEDIAN}}<span class="said">没答复的按已经等了多久计入，不是只算答复了的。四分之一：{{#QUARTER}}{{#REACHED}}{{DAYS}} 个工作日内{{/REACHED}}{{#NOT_REACHED}}没有到{{/NOT_REACHED}}{{#NOTHING_TO_DIVIDE}}还没有{{/NOTHING_TO_DIVIDE}}{{/QUARTER}}；四分之三：{{#THREE_QUARTERS}}{{#REACHED}}{{DAYS}} 个工作日内{{/REACHED}}{{#NOT_REACHED}}没有到{{/NOT_REACHED}}{{#NOTHING_TO_DIVIDE}}还没有{{/NOTHING_TO_DIVIDE}}{{/THREE_QUARTERS}}。</span></dd></div>
		<div><dt>答复后不认可</dt><dd>{{#REOPENED_SHARE}}{{#SHARE}}<strong>{{PERCENT}}%</strong> （{{PART_COUNT}} / {{WHOLE_COUNT}}）{{/SHARE}}{{#NOTHING_TO_DIVIDE}}<strong>还没有</strong>{{/NOTHING_TO_DIVIDE}}{{/REOPENED_SHARE}}<span class="said">答复了的件里，反映人说没有解决、换人重查的。不予受理和转出的没有答复可以评，不算。</span></dd></div>
		<div><dt>属实</dt><dd>{{#TRUE_SHARE}}{{#SHARE}}<strong>{{PERCENT}}%</strong> （{{PART_COUNT}} / {{WHOLE_COUNT}}）{{/SHARE}}{{#NOTHING_TO_DIVIDE}}<strong>还没有</strong>{{/NOTHING_TO_DIVIDE}}{{/TRUE_SHARE}}<span class="said">查了属实不属实的件里，属实的。解答、帮助、采纳、调解和转交的不算。</span></dd></div>
	</dl>
	<p class="govuk-body">这段时间收到 {{RECEIVED}} 件：按时答复 {{ON_TIME}}，晚答复 {{LATE}}，超期没答复 {{OVERDUE}}，没到期限 {{NOT_DUE}}，答复前撤回 {{WITHDRAWN}}，不予受理或转出 {{TURNED_AWAY}}，没有答复期限的种类 {{NO_LIMIT}}。</p>
	</section>
	{{/WHOLE}}

	{{#AGES}}
	<section class="chart" aria-labelledby="ages-title">
		<h2 class="govuk-heading-m" id="ages-title">在办的件，等了多久</h2>
		<p class="govuk-body">现在在办 {{WAITING}} 件，其中 {{WAITING_OVERDUE}} 件超过期限还没答复。从收到那天起按工作日算，停表的日子也算，因为反映人也在等。</p>
		<p class="chart__legend" aria-hidden="true"><span><svg width="22" height="14" focusable="false"><rect width="22" height="14" fill="url(#part-1)" stroke="#1a2321"/></svg>没超期</span> <span><svg width="22" height="14" focusable="false"><rect width="22" height="14" fill="url(#part-2)" stroke="#1a2321"/></svg>超期</span></p>
		<div class="chart__view" role="region" aria-label="等了多久的图" tabindex="0">
		<svg viewBox="0 0 680 {{HEIGHT}}" role="img" aria-labelledby="ages-picture ages-picture-says" focusable="false">
			<title id="ages-picture">在办的件，按等了多久分</title>
			<desc id="ages-picture-says">横条图，数字见下面的表。</desc>
			{{#PARTS}}<rect x="{{X}}" y="{{Y}}" width="{{WIDTH}}" height="{{HEIGHT}}" fill="url(#part-{{PART}})" stroke="#1a2321"/>
			{{/PARTS}}
			{{#BARS}}<text x="150" y="{{TEXT_Y}}" text-anchor="end">{{#AGE_ENDS}}{{AGE_FROM}}–{{AGE_TO}} 个工作日{{/AGE_ENDS}}{{#AGE_OPEN}}超过 {{AGE_FROM}} 个工作日{{/AGE_OPEN}}</text><text x="{{TOTAL_X}}" y="{{TEXT_Y}}" class="chart__number">{{TOTAL}}</text>
			{{/BARS}}
		</svg>
		</div>
		<div class="chart__view" role="region" aria-label="等了多久的表" tabindex="0">
		<table class="govuk-table numbers__table">
			<caption class="govuk-table__caption govuk-visually-hidden">在办的件，按等了多久分</caption>
			<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">等了</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">件数</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">其中超期</th></tr></thead>
			<tbody class="govuk-table__body">
			{{#ROWS}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{{#AGE_ENDS}}{{AGE_FROM}}–{{AGE_TO}} 个工作日{{/AGE_ENDS}}{{#AGE_OPEN}}超过 {{AGE_FROM}} 个工作日{{/AGE_OPEN}}</th><td class="govuk-table__cell govuk-table__cell--numeric">{{AGE_WAITING}}</td><td class="govuk-table__cell govuk-table__cell--numeric">{{AGE_OVERDUE}}</td></tr>
			{{/ROWS}}
			</tbody>
		</table>
		</div>
	</section>
	{{/AGES}}

	{{#GROUPS}}
	<section class="chart" aria-labelledby="groups-title">
		<h2 class="govuk-heading-m" id="groups-title">{{#BY_DEPARTMENT}}按主办单位{{/BY_DEPARTMENT}}{{#BY_STREET}}按街镇{{/BY_STREET}}{{#BY_KIND}}按种类{{/BY_KIND}}{{#BY_MATTER}}按事项{{/BY_MATTER}}</h2>
		<p class="govuk-body">{{FROM}} 到 {{TO}} 收到的件。按第一次答复算：后来重查，不会让它变早或变晚。</p>
		<p class="chart__legend" aria-hidden="true"><span><svg width="22" height="14" focusable="false"><rect width="22" height="14" fill="url(#part-1)" stroke="#1a2321"/></svg>按时答复</span> <span><svg width="22" height="14" focusable="false"><rect width="22" height="14" fill="url(#part-2)" stroke="#1a2321"/></svg>晚答复</span> <span><svg width="22" height="14" focusable="false"><rect width="22" height="14" fill="url(#part-3)" stroke="#1a2321"/></svg>超期没答复</span> <span><svg width="22" height="14" focusable="false"><rect width="22" height="14" fill="url(#part-4)" stroke="#1a2321"/></svg>没到期限</span> <span><svg width="22" height="14" focusable="false"><rect width="22" height="14" fill="url(#part-5)" stroke="#1a2321"/></svg>撤回、不予受理、转出或没有期限</span></p>
		<div class="chart__view" role="region" aria-label="分组的图" tabindex="0">
		<svg viewBox="0 0 680 {{HEIGHT}}" role="img" aria-labelledby="groups-picture groups-picture-says" focusable="false">
			<title id="groups-picture">收到的件怎么样了，{{#BY_DEPARTMENT}}按主办单位{{/BY_DEPARTMENT}}{{#BY_STREET}}按街镇{{/BY_STREET}}{{#BY_KIND}}按种类{{/BY_KIND}}{{#BY_MATTER}}按事项{{/BY_MATTER}}</title>
			<desc id="groups-picture-says">横条图，数字见下面的表。</desc>
			{{#PARTS}}<rect x="{{X}}" y="{{Y}}" width="{{WIDTH}}" height="{{HEIGHT}}" fill="url(#part-{{PART}})" stroke="#1a2321"/>
			{{/PARTS}}
			{{#BARS}}<text x="236" y="{{TEXT_Y}}" text-anchor="end">{{#IF_LABEL}}{{LABEL}}{{/IF_LABEL}}{{#NO_LABEL}}{{#BY_DEPARTMENT}}还没有交办{{/BY_DEPARTMENT}}{{#BY_STREET}}街镇不明{{/BY_STREET}}{{#BY_MATTER}}还没有分类{{/BY_MATTER}}{{/NO_LABEL}}</text><text x="{{TOTAL_X}}" y="{{TEXT_Y}}" class="chart__number">{{TOTAL}}</text>
			{{/BARS}}
		</svg>
		</div>
		<div class="chart__view" role="region" aria-label="分组的表" tabindex="0">
		<table class="govuk-table numbers__table numbers__table--wide">
			<caption class="govuk-table__caption govuk-visually-hidden">收到的件怎么样了，分组</caption>
			<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">{{#BY_DEPARTMENT}}主办单位{{/BY_DEPARTMENT}}{{#BY_STREET}}街镇{{/BY_STREET}}{{#BY_KIND}}种类{{/BY_KIND}}{{#BY_MATTER}}事项{{/BY_MATTER}}</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">收到</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">按时</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">晚答复</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">超期没答</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">按时率</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">一半在几个工作日内</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">不认可率</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">属实率</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">现在在办<br>（超期）</th></tr></thead>
			<tbody class="govuk-table__body">
			{{#ROWS}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{{#IF_GROUP_NAME}}{{GROUP_NAME}}{{/IF_GROUP_NAME}}{{#NO_GROUP_NAME}}{{#BY_DEPARTMENT}}还没有交办{{/BY_DEPARTMENT}}{{#BY_STREET}}街镇不明{{/BY_STREET}}{{#BY_MATTER}}还没有分类{{/BY_MATTER}}{{/NO_GROUP_NAME}}</th><td class="govuk-table__cell govuk-table__cell--numeric">{{RECEIVED}}</td><td class="govuk-table__cell govuk-table__cell--numeric">{{ON_TIME}}</td><td class="govuk-table__cell govuk-table__cell--numeric">{{LATE}}</td><td class="govuk-table__cell govuk-table__cell--numeric">{{OVERDUE}}</td><td class="govuk-table__cell govuk-table__cell--numeric">{{#ON_TIME_SHARE}}{{#SHARE}}{{PERCENT}}%<br><span class="said">{{PART_COUNT}} / {{WHOLE_COUNT}}</span>{{/SHARE}}{{#NOTHING_TO_DIVIDE}}–{{/NOTHING_TO_DIVIDE}}{{/ON_TIME_SHARE}}</td><td class="govuk-table__cell govuk-table__cell--numeric">{{#MEDIAN}}{{#REACHED}}{{DAYS}}{{/REACHED}}{{#NOT_REACHED}}没到一半{{/NOT_REACHED}}{{#NOTHING_TO_DIVIDE}}–{{/NOTHING_TO_DIVIDE}}{{/MEDIAN}}</td><td class="govuk-table__cell govuk-table__cell--numeric">{{#REOPENED_SHARE}}{{#SHARE}}{{PERCENT}}%<br><span class="said">{{PART_COUNT}} / {{WHOLE_COUNT}}</span>{{/SHARE}}{{#NOTHING_TO_DIVIDE}}–{{/NOTHING_TO_DIVIDE}}{{/REOPENED_SHARE}}</td><td class="govuk-table__cell govuk-table__cell--numeric">{{#TRUE_SHARE}}{{#SHARE}}{{PERCENT}}%<br><span class="said">{{PART_COUNT}} / {{WHOLE_COUNT}}</span>{{/SHARE}}{{#NOTHING_TO_DIVIDE}}–{{/NOTHING_TO_DIVIDE}}{{/TRUE_SHARE}}</td><td class="govuk-table__cell govuk-table__cell--numeric">{{WAITING}}（{{WAITING_OVERDUE}}）</td></tr>
			{{/ROWS}}
			</tbody>
		</table>
		</div>
		<p class="said">按时率＝按时答复 ÷（按时＋晚答复＋超期没答复）。不认可率＝反映人说没有解决的 ÷ 已经答复的。属实率＝属实 ÷（属实＋不属实）。不予受理和转出的都不算在里面。件少的单位，比例变化大，不宜排名。</p>
	</section>
	{{/GROUPS}}
	{{#NO_CASES}}<p class="govuk-body">这段时间没有收到，也没有还在办的。换一段时间看看。</p>{{/NO_CASES}}

	{{#MONTHS}}
	<section class="chart" aria-labelledby="months-title">
		<h2 class="govuk-heading-m" id="months-title">每个月收到和答复</h2>
		<p class="govuk-body">待答复是到月底（本月到现在）收到了还没有第一次答复、也没有撤回的件。它一直上升，就是答复赶不上收到。</p>
		<div class="chart__view" role="region" aria-label="每个月的图" tabindex="0">
		<svg viewBox="0 0 680 {{HEIGHT}}" role="img" aria-labelledby="months-picture months-picture-says" focusable="false">
			<title id="months-picture">每个月收到、答复和月底待答复的件数</title>
			<desc id="months-picture-says">三条线，数字见下面的表。</desc>
			{{#TICKS}}<path d="M44 {{Y}}H604" stroke="#c9d4d0"/><text x="38" y="{{TEXT_Y}}" text-anchor="end" class="chart__axis">{{VALUE}}</text>
			{{/TICKS}}
			{{#PLACES}}<text x="{{X}}" y="246" text-anchor="middle" class="chart__axis">{{MONTH}}</text>
			{{/PLACES}}
			{{#LINES}}<polyline points="{{POINTS}}" fill="none" stroke-width="2.5" {{#LINE_RECEIVED}}stroke="#0f6657"{{/LINE_RECEIVED}}{{#LINE_ANSWERED}}stroke="#1a2321" stroke-dasharray="7 4"{{/LINE_ANSWERED}}{{#LINE_WAITING}}stroke="#a8291f" stroke-dasharray="2 3"{{/LINE_WAITING}}/><text x="{{END_X}}" y="{{END_Y}}" dy="5" class="chart__number">{{#LINE_RECEIVED}}收到{{/LINE_RECEIVED}}{{#LINE_ANSWERED}}答复{{/LINE_ANSWERED}}{{#LINE_WAITING}}待答{{/LINE_WAITING}} {{LAST}}</text>
			{{/LINES}}
			{{#DOTS}}{{#LINE_RECEIVED}}<circle cx="{{X}}" cy="{{Y}}" r="4" fill="#0f6657"/>{{/LINE_RECEIVED}}{{#LINE_ANSWERED}}<rect x="{{X}}" y="{{Y}}" width="8" height="8" transform="translate(-4 -4)" fill="#fff" stroke="#1a2321" stroke-width="2"/>{{/LINE_ANSWERED}}{{#LINE_WAITING}}<path d="M0 -5L5 4H-5Z" transform="translate({{X}} {{Y}})" fill="#a8291f"/>{{/LINE_WAITING}}
			{{/DOTS}}
		</svg>
		</div>
		<div class="chart__view" role="region" aria-label="每个月的表" tabindex="0">
		<table class="govuk-table numbers__table">
			<caption class="govuk-table__caption govuk-visually-hidden">每个月收到、答复和月底待答复的件数</caption>
			<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">月份</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">收到</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">第一次答复</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">月底待答复</th></tr></thead>
			<tbody class="govuk-table__body">
			{{#ROWS}}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{{MONTH}}</th><td class="govuk-table__cell govuk-table__cell--numeric">{{MONTH_RECEIVED}}</td><td class="govuk-table__cell govuk-table__cell--numeric">{{MONTH_ANSWERED}}</td><td class="govuk-table__cell govuk-table__cell--numeric">{{MONTH_WAITING}}</td></tr>
			{{/ROWS}}
			</tbody>
		</table>
		</div>
	</section>
	{{/MONTHS}}
	{{/COUNTED}}
</main>
</div>
{{>FOOTER}}
