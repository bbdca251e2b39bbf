{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>开放数据 - {{DISTRICT_NAME}}善育</title>
<meta name="description" content="{{DISTRICT_NAME}}托育机构公开信息的下载和查询接口。">
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	<h1 class="govuk-heading-l">开放数据</h1>
	<p class="govuk-body">本站公开的信息都可以下载，不用申请。数据{{#IF_PUBLISHED_ON}}截至 <time>{{PUBLISHED_ON}}</time>，{{/IF_PUBLISHED_ON}}随公示更新。{{#IF_DEMO}}<strong>现在是演示数据，机构都是虚构的。</strong>{{/IF_DEMO}}</p>
	<h2 class="govuk-heading-m">全部机构</h2>
	<ul class="govuk-list govuk-list--spaced">
		<li><a class="govuk-link" href="/facilities.csv">facilities.csv</a>：表格，可用 Excel 或 WPS 打开（UTF-8）</li>
		<li><a class="govuk-link" href="/facilities.geojson">facilities.geojson</a>：GeoJSON，坐标系 WGS-84</li>
		<li><a class="govuk-link" href="/open-data/hsds.json">hsds.json</a>：按 Open Referral HSDS 3.0，供服务名录使用；<code>alert</code> 写明哪个班从哪天起有余位</li>
	</ul>
	<p class="govuk-body">一个文件最多 20000 家。超过时分成几个文件：第二个在地址后加 <code>part=2</code>。CSV 的最后一行、JSON 的 <code>next</code> 写明下一个文件的地址，没有就是完了。</p>
	<p class="govuk-body">文件和接口允许别的网站的网页直接读取（CORS）。</p>
	<h2 class="govuk-heading-m">订阅</h2>
	<p class="govuk-body">任何一次查找都可以用阅读软件订阅，接受与“找托育”页面相同的参数，最近有变化的 50 家在前：</p>
	<ul class="govuk-list govuk-list--spaced">
		<li><a class="govuk-link" href="/facilities.atom?vacancy=1">/facilities.atom?vacancy=1</a>：Atom，有余位的机构</li>
		<li><a class="govuk-link" href="/facilities.feed.json?vacancy=1">/facilities.feed.json?vacancy=1</a>：JSON Feed，同样的内容</li>
	</ul>
	<p class="govuk-body">一家机构重新有了余位，就是新的一条；只是改了数目或费用，还是原来那条，更新时间变了。</p>
	<h2 class="govuk-heading-m">接口</h2>
	<ul class="govuk-list govuk-list--spaced">
		<li><a class="govuk-link" href="/api/facilities">/api/facilities</a>：查找机构，JSON，每页 20 家。<code>total</code> 是总数，<code>without_care</code> 是其中不收托的，<code>vacancy_unknown</code> 是只看有余位的时候另有几家余位不明，<code>page</code> 是页码，<code>pages</code> 是页数，<code>edition</code> 是数据版本，<code>credits</code> 是地名和位置的来源，<code>items</code> 是这一页的机构</li>
		<li>写了 <code>q</code> 的，<code>understood</code> 说明这句话是怎么理解的：<code>place</code> 是从哪里出发（种类 <code>kind</code>：<code>district</code> 本区、<code>street</code> 街镇、<code>community</code> 居委、<code>station</code> 车站、<code>road</code> 路、<code>address</code> 门牌、<code>compound</code> 小区、<code>landmark</code> 地标、<code>facility</code> 机构；名称、坐标、误差 <code>precision_m</code> 米），<code>age</code> 是月龄，<code>mode</code>、<code>kind</code>、<code>operator</code>、<code>inclusive</code>、<code>vacancy</code>、<code>fee_max</code>、<code>start</code> 和下面的参数一样，<code>facility</code> 是说的就是哪一家机构（编号），<code>words</code> 是没有理解、按名称和地址找的字，<code>not_found</code> 是没有找到的字，<code>corrected</code> 是改正过的写法</li>
		<li><code>/api/facilities/机构编号</code>：一家机构的全部公开信息，<code>outcomes</code> 是投诉举报查实后公示的结论</li>
	</ul>
	<p class="govuk-body">金额以分为单位（<code>_fen</code>），时间是 Unix 秒（<code>_at</code>、<code>_until</code>）。参数有错时状态为 400，<code>fields</code> 写明哪个参数有什么错。</p>
	<h2 class="govuk-heading-m">只取一部分</h2>
	<p class="govuk-body">CSV、GeoJSON、HSDS 和 /api/facilities 接受与“找托育”页面相同的参数，写在问号后面，用 &amp; 连接：</p>
	<dl class="meanings">
		<dt><code>q</code></dt>
		<dd>名称、地址里的字，或拼音<br><code>q=长寿路</code></dd>
		<dt><code>street</code></dt>
		<dd>只要这个街镇的：代码（9 位）或名称。没有指定出发点时，从街镇的中心算距离<br><code>street=310107015</code></dd>
		<dt><code>community</code></dt>
		<dd>出发点：居委代码（12 位）。只用来算距离和排序，不筛选<br><code>community=310107015003</code></dd>
		<dt><code>age</code></dt>
		<dd>收这个月龄的，0 到 36；也可以写成“一岁半”“1.5岁”“20个月”或出生日期 2025-03-08，只写数字的是月数<br><code>age=18</code></dd>
		<dt><code>start</code></dt>
		<dd>哪个月入托，这个月到三年以内；按孩子那时的月龄算，余位看到那个月底有没有<br><code>start=2027-03</code></dd>
		<dt><code>mode</code></dt>
		<dd>服务方式代码，见下表<br><code>mode=FULL_DAY</code></dd>
		<dt><code>kind</code></dt>
		<dd>机构类型代码，见下表<br><code>kind=COMMUNITY</code></dd>
		<dt><code>inclusive</code></dt>
		<dd>只要普惠的<br><code>inclusive=1</code></dd>
		<dt><code>vacancy</code></dt>
		<dd>只要有余位的<br><code>vacancy=1</code></dd>
		<dt><code>fee_max</code></dt>
		<dd>每月最高费用，元，不含餐费，也不减补贴。不按月收费的不算在内（免费的算），除非 <code>mode</code> 是计时托或临时托<br><code>fee_max=3000</code></dd>
		<dt><code>operator</code></dt>
		<dd>举办者名称，或其中连续的几个字；<code>PUBLIC</code> 是公办、<code>PRIVATE</code> 是民办（按机构类型和举办者的统一社会信用代码）<br><code>operator=PUBLIC</code></dd>
		<dt><code>not_mode</code>、<code>not_kind</code>、<code>not_operator</code></dt>
		<dd>不要这种服务方式、机构类型、举办者的<br><code>not_mode=FULL_DAY</code></dd>
		<dt><code>weekend</code>、<code>open_until</code></dt>
		<dd>周末也开的；平日开到这个时间或更晚的。没有公布开放时间的不算<br><code>open_until=18:00</code></dd>
		<dt><code>lat</code>、<code>lon</code></dt>
		<dd>出发点，WGS-84 度，两个都要写。与 <code>community</code> 同时有时以它为准<br><code>lat=31.241&amp;lon=121.432</code></dd>
		<dt><code>near</code></dt>
		<dd>出发点是一条路时，取离哪个地点最近的一段：那个地点的代码</dd>
		<dt><code>within</code></dt>
		<dd>离出发点步行多少分钟以内，要有出发点或街镇<br><code>within=15</code></dd>
		<dt><code>sort</code></dt>
		<dd>排序：<code>near</code> 近（有出发点时默认）、<code>fresh</code> 信息新（没有时默认）、<code>name</code> 名称、<code>fee</code> 费用（不含餐费）、<code>vacancy</code> 余位<br><code>sort=fee</code></dd>
		<dt><code>page</code></dt>
		<dd>接口的第几页，最多第 500 页；要全部请下载文件<br><code>page=2</code></dd>
		<dt><code>part</code></dt>
		<dd>文件的第几个部分，见上<br><code>part=2</code></dd>
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
		<dd>举办者、是否普惠（1 或 0）、合适的班的托位总数</dd>
		<dt><code>age_from_months</code>、<code>age_to_months</code></dt>
		<dd>合适的班收托的月龄，从几个月到不满几个月</dd>
		<dt><code>has_vacancy</code>、<code>vacancy</code>、<code>vacancy_from</code>、<code>vacancy_until</code></dt>
		<dd>合适的班有没有余位（1 或 0）、余位总数、哪天起有余位（空着是现在或没有说）、有效期到什么时候；都空着是没有说全</dd>
		<dt><code>fee_min_fen</code>、<code>fee_max_fen</code>、<code>fee_unit</code>、<code>fee_until</code></dt>
		<dd>合适的班最低和最高的收费（分）、单位（<code>MONTH</code> 月、<code>DAY</code> 天、<code>SESSION</code> 次、<code>HOUR</code> 小时）、有效期到什么时候</dd>
		<dt><code>fee_differs_by</code>、<code>fee_partly</code></dt>
		<dd>收费为什么不同（<code>AGE</code> 按月龄、<code>MODE</code> 按服务方式、<code>BOTH</code> 两样都按、<code>CLASS</code> 按班型）、是不是有的班没公布收费（1 或 0）</dd>
		<dt><code>fee_other_units</code>、<code>fee_other_unit_names</code>、<code>fee_other_free</code></dt>
		<dd>另有班按别的单位收费时，那些单位的代码（几个用空格隔开）和名称；另有班免费是 1</dd>
		<dt><code>meal_fee_fen</code>、<code>subsidy_fen</code>、<code>total_min_fen</code>、<code>total_max_fen</code></dt>
		<dd>一个月的餐费和补贴（分，各班相同时才有）、一个月收费加餐费减补贴最低和最高共多少（分），其中有没有餐费（<code>with_meals</code>）、补贴（<code>with_subsidy</code>）</dd>
		<dt><code>gives_care</code>、<code>fresh_until</code></dt>
		<dd>收不收托（1 或 0）、全部信息的有效期；过了有效期的和不收托的排在后面</dd>
		<dt><code>filing_state</code>、<code>recent_outcomes</code></dt>
		<dd>备案情况的代码、近几年公示的查处结论有几条（年数见规则 <code>outcome.recent_years</code>）</dd>
		<dt><code>fresh_days</code>、<code>counted_days</code></dt>
		<dd>最近 <code>counted_days</code> 天里，有 <code>fresh_days</code> 天余位、费用和开放时间都没有过期；从第一次公布余位算起，最多一年</dd>
		<dt><code>carers</code>、<code>places_per_carer</code></dt>
		<dd>保育人员数、全部托位除以保育人员数</dd>
		<dt><code>distance_m</code>、<code>walk_min</code>、<code>walk_by</code></dt>
		<dd>离出发点的直线距离（米）、估算的步行时间（分钟，超过三小时不写）、是按街道（<code>STREETS</code>）还是按直线（<code>LINE</code>）估算的；有出发点时才有</dd>
		<dt><code>programmes</code></dt>
		<dd>每个班型：名称、班级类型（<code>class_kind</code>）、月龄、方式（<code>mode</code>）、托位、余位、哪天起有（<code>vacancy_from</code>）和费用（<code>fee_fen</code>、餐费 <code>meal_fee_fen</code>、补贴 <code>subsidy_fen</code>），各由谁（<code>_by</code>）、在什么时候（<code>_at</code>）说的、有效期到什么时候（<code>_until</code>）</dd>
	</dl>
	<p class="govuk-body">问了月龄、服务方式或最高费用的，合适的班是符合这些的班；没有问的，是全部的班。</p>
	<p class="govuk-body">CSV 每家机构一行，没有距离，<code>programmes</code> 是合适的班型的数目，另有 <code>mode_names</code>（服务方式）和各代码的名称。</p>
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
	{{#IF_CREDITS}}<p class="govuk-body">从地点查找用的地名和位置另有来源，用到时请一并注明：</p>
	<ul class="govuk-list govuk-list--bullet">
		{{#CREDITS}}<li>{{NAME}}</li>
		{{/CREDITS}}
	</ul>{{/IF_CREDITS}}
</main>
</div>
{{>FOOTER}}
