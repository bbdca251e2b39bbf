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
		<li><a class="govuk-link" href="/api/facilities">/api/facilities</a>：查找机构，JSON，每页 20 家。<code>total</code> 是总数，<code>page</code> 是页码，<code>pages</code> 是页数，<code>edition</code> 是数据版本，<code>items</code> 是机构</li>
		<li><code>/api/facilities/机构编号</code>：一家机构的全部公开信息</li>
	</ul>
	<p class="govuk-body">金额以分为单位（<code>_fen</code>），时间是 Unix 秒（<code>_at</code>、<code>_until</code>）。参数有错时状态为 400，<code>fields</code> 写明哪个参数有什么错。</p>
	<h2 class="govuk-heading-m">只取一部分</h2>
	<p class="govuk-body">CSV、GeoJSON 和 /api/facilities 接受与“找托育”页面相同的参数，写在问号后面，用 &amp; 连接：</p>
	<table class="govuk-table">
		<thead class="govuk-table__head">
			<tr class="govuk-table__row"><th scope="col" class="govuk-table__header">参数</th><th scope="col" class="govuk-table__header">意思和例子</th></tr>
		</thead>
		<tbody class="govuk-table__body">
			<tr class="govuk-table__row"><td class="govuk-table__cell"><code>q</code></td><td class="govuk-table__cell">名称、地址里的字，或拼音<br><code>q=长寿路</code></td></tr>
			<tr class="govuk-table__row"><td class="govuk-table__cell"><code>street</code></td><td class="govuk-table__cell">街镇代码（9 位）或名称<br><code>street=310107015</code></td></tr>
			<tr class="govuk-table__row"><td class="govuk-table__cell"><code>community</code></td><td class="govuk-table__cell">居委代码，12 位<br><code>community=310107015003</code></td></tr>
			<tr class="govuk-table__row"><td class="govuk-table__cell"><code>age</code></td><td class="govuk-table__cell">孩子的月龄<br><code>age=18</code></td></tr>
			<tr class="govuk-table__row"><td class="govuk-table__cell"><code>mode</code></td><td class="govuk-table__cell">服务方式代码<br><code>mode=FULL_DAY</code></td></tr>
			<tr class="govuk-table__row"><td class="govuk-table__cell"><code>kind</code></td><td class="govuk-table__cell">机构类型代码<br><code>kind=COMMUNITY</code></td></tr>
			<tr class="govuk-table__row"><td class="govuk-table__cell"><code>inclusive</code></td><td class="govuk-table__cell">只要普惠的<br><code>inclusive=1</code></td></tr>
			<tr class="govuk-table__row"><td class="govuk-table__cell"><code>vacancy</code></td><td class="govuk-table__cell">只要有余位的<br><code>vacancy=1</code></td></tr>
			<tr class="govuk-table__row"><td class="govuk-table__cell"><code>fee_max</code></td><td class="govuk-table__cell">每月最高费用，元<br><code>fee_max=3000</code></td></tr>
			<tr class="govuk-table__row"><td class="govuk-table__cell"><code>operator</code></td><td class="govuk-table__cell">举办者全名</td></tr>
			<tr class="govuk-table__row"><td class="govuk-table__cell"><code>lat</code>、<code>lon</code></td><td class="govuk-table__cell">出发点，WGS-84 度<br><code>lat=31.241&amp;lon=121.432</code></td></tr>
			<tr class="govuk-table__row"><td class="govuk-table__cell"><code>within</code></td><td class="govuk-table__cell">离出发点步行多少分钟以内<br><code>within=15</code></td></tr>
			<tr class="govuk-table__row"><td class="govuk-table__cell"><code>sort</code></td><td class="govuk-table__cell">排序：<code>near</code> 近、<code>fresh</code> 新、<code>name</code> 名称、<code>fee</code> 费用、<code>vacancy</code> 余位<br><code>sort=fee</code></td></tr>
			<tr class="govuk-table__row"><td class="govuk-table__cell"><code>page</code></td><td class="govuk-table__cell">接口的第几页<br><code>page=2</code></td></tr>
		</tbody>
	</table>
	<p class="govuk-body">例如：<a class="govuk-link" href="/facilities.csv?age=18&amp;vacancy=1">18 个月、有余位的机构（CSV）</a>、<a class="govuk-link" href="/api/facilities?age=18&amp;vacancy=1">同样的查询（JSON）</a></p>
	<h2 class="govuk-heading-m">读数据时请注意</h2>
	<ul class="govuk-list govuk-list--bullet">
		<li>余位、费用和开放时间都写明由谁、在什么时候说的；过了有效期就标为“未更新”，不能当作现在的情况。</li>
		<li>月龄的上限是“不满”：到 36 表示不满 36 个月。</li>
		<li>空白表示没有公布，不表示没有。</li>
		<li>请每天最多完整下载一次；文件带有 ETag，没有更新时不用重新下载。</li>
	</ul>
	<h2 class="govuk-heading-m">使用条件</h2>
	<p class="govuk-body">可以自由使用，请注明来源“{{CITY}}{{DISTRICT_NAME}}善育”和数据日期。</p>
</main>
</div>
{{>FOOTER}}
