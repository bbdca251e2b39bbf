{{%AUTOESCAPE context="HTML"}}
</head>
<body class="govuk-template__body office">
<a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">跳到正文</a>
<header class="site-header">
	<div class="govuk-width-container site-header__row">
		<a class="site-header__name" href="/"><span class="site-header__mark">善育</span><span class="site-header__place">{{DISTRICT_NAME}}工作台</span></a>
		{{#IF_ACCOUNT_FULL_NAME}}
		<nav class="site-header__nav" aria-label="主要栏目">
			<ul>
				{{#MAY_CASE_READ}}<li><a href="/cases">投诉举报件</a></li>{{/MAY_CASE_READ}}
				{{#MAY_OUTCOMES}}<li><a href="/outcomes">结果公示</a></li>{{/MAY_OUTCOMES}}
				{{#MAY_NUMBERS_READ}}<li><a href="/numbers">数据</a></li>{{/MAY_NUMBERS_READ}}
				{{#MAY_ROUTING_EDIT}}<li><a href="/routing">分派规则</a></li>{{/MAY_ROUTING_EDIT}}
				{{#MAY_TEMPLATE_EDIT}}<li><a href="/reply-templates">常用文字</a></li>{{/MAY_TEMPLATE_EDIT}}
				{{#MAY_AUDIT_READ}}<li><a href="/audit">审计</a></li>{{/MAY_AUDIT_READ}}
				{{#MAY_ACCOUNT_MANAGE}}<li><a href="/users">账号</a></li>{{/MAY_ACCOUNT_MANAGE}}
			</ul>
		</nav>
		{{#MAY_CASE_READ}}
		<form class="jump" action="/jump" method="get" role="search" aria-label="按编号打开">
			<label class="govuk-visually-hidden" for="jump-number">编号</label>
			<input class="govuk-input jump__number" id="jump-number" name="number" inputmode="numeric" autocomplete="off" placeholder="件的编号" accesskey="g">
			<button class="govuk-button govuk-button--secondary jump__go" type="submit">打开</button>
		</form>
		{{/MAY_CASE_READ}}
		<div class="who">
			<a class="who__name" href="/account">{{ACCOUNT_FULL_NAME}}<span class="who__role">{{ACCOUNT_ROLE_NAME}}{{#IF_ACCOUNT_DEPARTMENT_NAME}}，{{ACCOUNT_DEPARTMENT_NAME}}{{/IF_ACCOUNT_DEPARTMENT_NAME}}</span></a>
			<form action="/logout" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="who__leave" type="submit">退出</button></form>
		</div>
		{{/IF_ACCOUNT_FULL_NAME}}
	</div>
</header>
{{#IF_DEMO}}
<aside class="demo-notice" aria-label="演示数据说明">
	<p class="govuk-width-container"><strong>演示数据</strong><span>这里的机构、人名和投诉举报都是虚构的。</span></p>
</aside>
{{/IF_DEMO}}
