{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}新开账号 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper sign-in" id="main" tabindex="-1">
	<a class="govuk-back-link" href="/users">回账号列表</a>
	{{>ERROR_SUMMARY}}
	<h1 class="govuk-heading-l">新开账号</h1>
	<form action="/new-user" method="post" novalidate>
		<input type="hidden" name="csrf" value="{{CSRF}}">
		{{>FIELD_TEXT name="name" label="账号" hint="登录时填的。小写字母、数字和连字符，例如 zhang-wei。定了不能改。" width="20" attributes='autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="32"' | missing="请填账号" out_of_range="账号要 2 到 32 个字符" malformed="账号只能用小写字母、数字和连字符，第一个是字母" taken="这个账号已经有了，请换一个"}}
		{{>FIELD_TEXT name="full_name" label="姓名" most="40" width="20" attributes='autocomplete="off"' | missing="请填姓名"}}
{{>USER_HOLDS}}
		<button class="govuk-button" type="submit">开账号</button>
	</form>
</main>
</div>
{{>FOOTER}}
