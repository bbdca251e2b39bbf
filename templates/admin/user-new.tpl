{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}新开账号 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper sign-in" id="main" tabindex="-1">
	<a class="govuk-back-link" href="/users">回账号列表</a>
	{{#ERRORS}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">还差一点</h2>
		<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
			{{#NAME_MISSING}}<li><a href="#name">请填账号</a></li>{{/NAME_MISSING}}
			{{#NAME_OUT_OF_RANGE}}<li><a href="#name">账号要 2 到 32 个字符</a></li>{{/NAME_OUT_OF_RANGE}}
			{{#NAME_MALFORMED}}<li><a href="#name">账号只能用小写字母、数字和连字符，第一个是字母</a></li>{{/NAME_MALFORMED}}
			{{#NAME_TAKEN}}<li><a href="#name">这个账号已经有了，请换一个</a></li>{{/NAME_TAKEN}}
			{{#FULL_NAME_MISSING}}<li><a href="#full_name">请填姓名</a></li>{{/FULL_NAME_MISSING}}
			{{#FULL_NAME_OUT_OF_RANGE}}<li><a href="#full_name">姓名最多 {{FULL_NAME_MOST}} 字，现在 {{FULL_NAME_LENGTH}} 字</a></li>{{/FULL_NAME_OUT_OF_RANGE}}
			{{#FULL_NAME_MALFORMED}}<li><a href="#full_name">姓名里有不能用的字符</a></li>{{/FULL_NAME_MALFORMED}}
			{{#ROLE_MISSING}}<li><a href="#role">请选角色</a></li>{{/ROLE_MISSING}}
			{{#ROLE_MALFORMED}}<li><a href="#role">没有这个角色，请重选</a></li>{{/ROLE_MALFORMED}}
			{{#ROLE_OUT_OF_RANGE}}<li><a href="#role">角色选得太多</a></li>{{/ROLE_OUT_OF_RANGE}}
			{{#ROLE_APART}}<li><a href="#role">责任督学、审计、系统管理不能和别的角色一起选</a></li>{{/ROLE_APART}}
			{{#DEPARTMENT_MALFORMED}}<li><a href="#department">单位和角色不配：街镇经办选街镇，部门经办选部门，其他角色选全区</a></li>{{/DEPARTMENT_MALFORMED}}
			{{#SCOPE_MISSING}}<li><a href="#scope">请选看得到什么</a></li>{{/SCOPE_MISSING}}
			{{#SCOPE_MALFORMED}}<li><a href="#scope">看得到什么：没有这个街镇、部门或机构，请重选</a></li>{{/SCOPE_MALFORMED}}
			{{#SCOPE_OUT_OF_RANGE}}<li><a href="#scope">看得到的选得太多，请改选全区</a></li>{{/SCOPE_OUT_OF_RANGE}}
			{{#FACILITIES_MALFORMED}}<li><a href="#facilities">机构编号只有字母、数字和连字符，几个之间空一格</a></li>{{/FACILITIES_MALFORMED}}
			{{#FACILITIES_OUT_OF_RANGE}}<li><a href="#facilities">最多写 100 个机构编号</a></li>{{/FACILITIES_OUT_OF_RANGE}}
		</ul></div>
	</div></div>
	{{/ERRORS}}
	<h1 class="govuk-heading-l">新开账号</h1>
	<form action="/new-user" method="post" novalidate>
		<input type="hidden" name="csrf" value="{{CSRF}}">
		<div class="govuk-form-group">
			<label class="govuk-label" for="name">账号</label>
			<div class="govuk-hint" id="name-hint">登录时填的。小写字母、数字和连字符，例如 zhang-wei。定了不能改。</div>
			<input class="govuk-input govuk-input--width-20" id="name" name="name" value="{{NAME}}" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="32" aria-describedby="name-hint">
		</div>
		<div class="govuk-form-group">
			<label class="govuk-label" for="full_name">姓名</label>
			<input class="govuk-input govuk-input--width-20" id="full_name" name="full_name" value="{{FULL_NAME}}" autocomplete="off" aria-describedby="full_name-count" data-most="40" data-counter="full_name-count"><p class="govuk-hint count" id="full_name-count" data-left="还可以写 # 字" data-over="多了 # 字，请删短" role="status">最多 40 字</p>
		</div>
{{>USER_HOLDS}}
		<button class="govuk-button" type="submit">开账号</button>
	</form>
</main>
</div>
{{>FOOTER}}
