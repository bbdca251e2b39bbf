{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>网站地图 - {{DISTRICT_NAME}}善育</title>
<meta name="description" content="本站全部页面的目录。">
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	<h1 class="govuk-heading-l">网站地图</h1>
	<ul class="govuk-list govuk-list--spaced">
		<li><a class="govuk-link" href="/">首页</a></li>
		<li><a class="govuk-link" href="/facilities">找托育</a>：按街镇、月龄、费用、余位查找</li>
		<li><a class="govuk-link" href="/locate">选出发点</a>：看离家多远</li>
		<li><a class="govuk-link" href="/compare">对比机构</a>：最多四家并排看</li>
		<li><a class="govuk-link" href="/disclosures">查处公示</a>：投诉举报查实以后的结论</li>
		<li><a class="govuk-link" href="/procedures">办理流程</a>：投诉举报、公示由谁办，走哪几步</li>
		<li><a class="govuk-link" href="/open-data">开放数据</a>：下载全部公开信息</li>
		<li><a class="govuk-link" href="/accessibility">无障碍</a></li>
		<li><a class="govuk-link" href="/privacy">隐私</a></li>
	</ul>
	<h2 class="govuk-heading-m">按街镇</h2>
	<ul class="doors">
		{{#STREETS}}<li><a class="doors__link" href="/facilities?street={{CODE:url_query_escape}}"><span>{{NAME}}</span></a></li>
		{{/STREETS}}
	</ul>
</main>
</div>
{{>FOOTER}}
