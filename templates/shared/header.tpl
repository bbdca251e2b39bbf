{{%AUTOESCAPE context="HTML"}}
</head>
<body class="govuk-template__body">
<a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">跳到正文</a>
<header class="site-header">
	<div class="govuk-width-container site-header__row">
		<a class="site-header__name" href="/"><span class="site-header__mark">善育</span><span class="site-header__place">{{DISTRICT_NAME}}托育查询</span></a>
		<nav class="site-header__nav" aria-label="主要栏目">
			<ul>
				<li><a href="/facilities">找托育</a></li>
				<li><a href="/compare" data-compare-link>对比</a></li>
				<li><a href="/complaint">投诉建议</a></li>
				{{#TEXT_NORMAL}}<li><a class="site-header__size" href="/text-size?size=large&amp;return={{RETURN_TO:url_query_escape}}" rel="nofollow">大字版</a></li>{{/TEXT_NORMAL}}
				{{#TEXT_LARGE}}<li><a class="site-header__size" href="/text-size?size=normal&amp;return={{RETURN_TO:url_query_escape}}" rel="nofollow">标准字号</a></li>{{/TEXT_LARGE}}
			</ul>
		</nav>
	</div>
</header>
{{#IF_SILENT_SINCE}}
<aside class="demo-notice" aria-label="更新暂停说明">
	<p class="govuk-width-container"><strong>更新暂停</strong><span>与登记系统的联系中断了，本站显示的是 {{SILENT_SINCE}} 之前的信息。</span></p>
</aside>
{{/IF_SILENT_SINCE}}
{{#IF_DEMO}}
<aside class="demo-notice" aria-label="演示数据说明">
	<p class="govuk-width-container"><strong>演示数据</strong><span>机构、电话、费用、余位、公示都是虚构的，请不要据此联系或送托。</span></p>
</aside>
{{/IF_DEMO}}
