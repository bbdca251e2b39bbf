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
				{{#SIZE_LINK_LARGE}}<li><a class="site-header__size" data-size-link href="/text-size?size=large&amp;return={{RETURN_TO:url_query_escape}}" rel="nofollow">大字版</a></li>{{/SIZE_LINK_LARGE}}
				{{#SIZE_LINK_NORMAL}}<li><a class="site-header__size" data-size-link href="/text-size?size=normal&amp;return={{RETURN_TO:url_query_escape}}" rel="nofollow">标准字号</a></li>{{/SIZE_LINK_NORMAL}}
				{{#SIZE_IN_HOME}}<li><button type="submit" form="start" class="site-header__enter" tabindex="-1" aria-hidden="true"></button><button type="submit" form="start" formaction="/text-size/home" formnovalidate name="size" value="{{OTHER_SIZE}}" class="site-header__size">{{#OTHER_IS_LARGE}}大字版{{/OTHER_IS_LARGE}}{{#OTHER_IS_NORMAL}}标准字号{{/OTHER_IS_NORMAL}}</button></li>{{/SIZE_IN_HOME}}
				{{#SIZE_IN_FACILITIES}}<li><button type="submit" form="filter-form" class="site-header__enter" tabindex="-1" aria-hidden="true"></button><button type="submit" form="filter-form" formaction="/text-size/facilities" formnovalidate name="size" value="{{OTHER_SIZE}}" class="site-header__size">{{#OTHER_IS_LARGE}}大字版{{/OTHER_IS_LARGE}}{{#OTHER_IS_NORMAL}}标准字号{{/OTHER_IS_NORMAL}}</button></li>{{/SIZE_IN_FACILITIES}}
				{{#SIZE_IN_LOCATE}}<li><button type="submit" form="locate-form" class="site-header__enter" tabindex="-1" aria-hidden="true"></button><button type="submit" form="locate-form" formaction="/text-size/locate" formnovalidate name="size" value="{{OTHER_SIZE}}" class="site-header__size">{{#OTHER_IS_LARGE}}大字版{{/OTHER_IS_LARGE}}{{#OTHER_IS_NORMAL}}标准字号{{/OTHER_IS_NORMAL}}</button></li>{{/SIZE_IN_LOCATE}}
				{{#SIZE_BUTTON_LARGE}}<li><button type="submit" form="page-form" name="go" value="{{FIRST_GO}}" class="site-header__enter" tabindex="-1" aria-hidden="true"></button><button type="submit" form="page-form" formnovalidate name="text_size" value="large" class="site-header__size" data-text-size>大字版</button></li>{{/SIZE_BUTTON_LARGE}}
				{{#SIZE_BUTTON_NORMAL}}<li><button type="submit" form="page-form" name="go" value="{{FIRST_GO}}" class="site-header__enter" tabindex="-1" aria-hidden="true"></button><button type="submit" form="page-form" formnovalidate name="text_size" value="normal" class="site-header__size" data-text-size>标准字号</button></li>{{/SIZE_BUTTON_NORMAL}}
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
	<p class="govuk-width-container"><strong>演示数据</strong><span>内容虚构，请勿据此联系或送托</span></p>
</aside>
{{/IF_DEMO}}
