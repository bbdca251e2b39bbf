{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>开放数据 - {{DISTRICT_NAME}}善育</title>
<meta name="description" content="{{DISTRICT_NAME}}托育机构公开信息的下载和查询接口。">
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main">
	<h1 class="govuk-heading-l">开放数据</h1>
	<p class="govuk-body">本站公开的信息都可以下载，不用申请。数据{{#IF_PUBLISHED_ON}}截至 <time>{{PUBLISHED_ON}}</time>，{{/IF_PUBLISHED_ON}}随公示更新。{{#IF_DEMO}}<strong>现在是演示数据，机构都是虚构的。</strong>{{/IF_DEMO}}</p>
	<h2 class="govuk-heading-m">全部机构</h2>
	<ul class="govuk-list govuk-list--spaced">
		<li><a class="govuk-link" href="/facilities.csv">facilities.csv</a>：表格，可用 Excel 或 WPS 打开（UTF-8）</li>
		<li><a class="govuk-link" href="/facilities.geojson">facilities.geojson</a>：GeoJSON，坐标系 WGS-84</li>
		<li><a class="govuk-link" href="/open-data/hsds.json">hsds.json</a>：按 Open Referral HSDS 3.0，供服务名录使用</li>
	</ul>
	<h2 class="govuk-heading-m">接口</h2>
	<ul class="govuk-list govuk-list--spaced">
		<li><a class="govuk-link" href="/api/facilities">/api/facilities</a>：查找机构，JSON，每页 20 家。<code>total</code> 是总数，<code>page</code> 是页码，<code>pages</code> 是页数，<code>edition</code> 是数据版本，<code>items</code> 是这一页的机构</li>
		<li><code>/api/facilities/机构编号</code>：一家机构的全部公开信息，<code>outcomes</code> 是投诉举报查实后公示的结论</li>
	</ul>
	<p class="govuk-body">金额以分为单位（<code>_fen</code>），时间是 Unix 秒（<code>_at</code>、<code>_until</code>）。参数有错时状态为 400，<code>fields</code> 写明哪个参数有什么错。</p>
	<h2 class="govuk-heading-m">只取一部分</h2>
	<p class="govuk-body">CSV、GeoJSON 和 /api/facilities 接受与“找托育”页面相同的参数，写在问号后面，用 &amp; 连接：</p>
	<dl class="meanings">
		<dt><code>q</code></dt>
		<dd>名称、地址里的字，或拼音<br><code>q=长寿路</code></dd>
		<dt><code>street</code></dt>
		<dd>只要这个街镇的：代码（9 位）或名称。没有指定出发点时，从街镇的中心算距离<br><code>street=310107015</code></dd>
		<dt><code>community</code></dt>
		<dd>出发点：居委代码（12 位）。只用来算距离和排序，不筛选<br><code>community=310107015003</code></dd>
		<dt><code>age</code></dt>
		<dd>收这个月龄的，0 到 36<br><code>age=18</code></dd>
		<dt><code>mode</code></dt>
		<dd>服务方式代码，见下表<br><code>mode=FULL_DAY</code></dd>
		<dt><code>kind</code></dt>
		<dd>机构类型代码，见下表<br><code>kind=COMMUNITY</code></dd>
		<dt><code>inclusive</code></dt>
		<dd>只要普惠的<br><code>inclusive=1</code></dd>
		<dt><code>vacancy</code></dt>
		<dd>只要有余位的<br><code>vacancy=1</code></dd>
		<dt><code>fee_max</code></dt>
		<dd>每月最高费用，元。不按月收费的不算在内（免费的算），除非 <code>mode</code> 是计时托或临时托<br><code>fee_max=3000</code></dd>
		<dt><code>operator</code></dt>
		<dd>举办者名称，或其中连续的几个字</dd>
		<dt><code>lat</code>、<code>lon</code></dt>
		<dd>出发点，WGS-84 度，两个都要写。与 <code>community</code> 同时有时以它为准<br><code>lat=31.241&amp;lon=121.432</code></dd>
		<dt><code>within</code></dt>
		<dd>离出发点步行多少分钟以内，要有出发点或街镇<br><code>within=15</code></dd>
		<dt><code>sort</code></dt>
		<dd>排序：<code>near</code> 近（有出发点时默认）、<code>fresh</code> 信息新（没有时默认）、<code>name</code> 名称、<code>fee</code> 费用、<code>vacancy</code> 余位<br><code>sort=fee</code></dd>
		<dt><code>page</code></dt>
		<dd>接口的第几页；CSV 和 GeoJSON 不分页<br><code>page=2</code></dd>
	</dl>
	<p class="govuk-body">例如：<a class="govuk-link" href="/facilities.csv?age=18&amp;vacancy=1">18 个月、有余位的机构（CSV）</a>、<a class="govuk-link" href="/api/facilities?age=18&amp;vacancy=1">同样的查询（JSON）</a></p>
	<h2 class="govuk-heading-m">每家机构的字段</h2>
	<dl class="meanings">
		<dt><code>code</code>、<code>name</code></dt>
		<dd>机构编号、名称</dd>
		<dt><code>kind</code>、<code>kind_name</code></dt>
		<dd>机构类型的代码、名称</dd>
		<dt><code>street</code>、<code>street_code</code>、<code>community_code</code></dt>
		<dd>街镇名称、街镇代码、居委代码</dd>
		<dt><code>address</code>、<code>lat</code>、<code>lon</code>、<code>phone</code></dt>
		<dd>地址、坐标（WGS-84）、电话</dd>
		<dt><code>operator</code>、<code>inclusive</code>、<code>places</code></dt>
		<dd>举办者、是否普惠（1 或 0）、托位总数</dd>
		<dt><code>age_from_months</code>、<code>age_to_months</code></dt>
		<dd>收托的月龄，从几个月到不满几个月</dd>
		<dt><code>has_vacancy</code>、<code>vacancy</code>、<code>vacancy_until</code></dt>
		<dd>有没有余位（1 或 0）、余位总数、有效期到什么时候</dd>
		<dt><code>fee_min_fen</code>、<code>fee_unit</code>、<code>fee_until</code></dt>
		<dd>最低收费（分）、单位（<code>MONTH</code> 月、<code>DAY</code> 天、<code>SESSION</code> 次、<code>HOUR</code> 小时）、有效期到什么时候</dd>
		<dt><code>distance_m</code>、<code>walk_min</code></dt>
		<dd>离出发点的直线距离（米）、估算的步行时间（分钟）；有出发点时才有</dd>
		<dt><code>programmes</code></dt>
		<dd>每个班型：名称、班级类型（<code>class_kind</code>）、月龄、方式（<code>mode</code>）、托位、余位和费用（<code>fee_fen</code>、餐费 <code>meal_fee_fen</code>），各由谁（<code>_by</code>）、在什么时候（<code>_at</code>）说的、有效期到什么时候（<code>_until</code>）</dd>
	</dl>
	<p class="govuk-body">CSV 每家机构一行，没有距离，<code>programmes</code> 是班型的数目，另有 <code>mode_names</code>（服务方式）、<code>fresh_until</code>（全部信息的有效期）和各代码的名称。</p>
	<h2 class="govuk-heading-m">代码</h2>
	<table class="govuk-table">
		<thead class="govuk-table__head">
			<tr class="govuk-table__row"><th scope="col" class="govuk-table__header">代码</th><th scope="col" class="govuk-table__header">意思</th></tr>
		</thead>
		<tbody class="govuk-table__body">
			{{#MODES}}<tr class="govuk-table__row"><td class="govuk-table__cell"><code>{{CODE}}</code></td><td class="govuk-table__cell">服务方式：{{NAME}}</td></tr>
			{{/MODES}}
			{{#KINDS}}<tr class="govuk-table__row"><td class="govuk-table__cell"><code>{{CODE}}</code></td><td class="govuk-table__cell">机构类型：{{NAME}}</td></tr>
			{{/KINDS}}
			{{#STREETS}}<tr class="govuk-table__row"><td class="govuk-table__cell"><code>{{CODE}}</code></td><td class="govuk-table__cell">街镇：{{NAME}}</td></tr>
			{{/STREETS}}
		</tbody>
	</table>
	<h2 class="govuk-heading-m">读数据时请注意</h2>
	<ul class="govuk-list govuk-list--bullet">
		<li>余位、费用和开放时间都写明由谁、在什么时候说的；过了有效期（<code>_until</code>），本站的页面就写“未更新，请电话确认”，请不要当作现在的情况。</li>
		<li>月龄的上限是“不满”：到 36 表示不满 36 个月。</li>
		<li>空白表示没有公布，不表示没有。</li>
		<li>请每天最多完整下载一次；文件带有 ETag，没有更新时不用重新下载。</li>
	</ul>
	<h2 class="govuk-heading-m">使用条件</h2>
	<p class="govuk-body">可以自由使用，请注明来源“{{CITY}}{{DISTRICT_NAME}}善育”和数据日期。</p>
</main>
</div>
{{>FOOTER}}
