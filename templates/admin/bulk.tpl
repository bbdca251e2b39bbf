{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#NOTHING_PICKED}}错误：没有勾选{{/NOTHING_PICKED}}{{#NOBODY_PICKED}}错误：没有选交给谁{{/NOBODY_PICKED}}{{#WERE_GIVEN}}交给经办人{{/WERE_GIVEN}}{{#WERE_GIVEN_BACK}}已经撤回{{/WERE_GIVEN_BACK}}{{#WERE_TAKEN}}签收{{/WERE_TAKEN}}{{#WERE_READ}}消息已经看过{{/WERE_READ}} - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main" tabindex="-1">
	{{#NOTHING_PICKED}}
	<h1 class="govuk-heading-l">没有勾选任何一件</h1>
	<p class="govuk-body">请回到清单，在要办的件前面打勾，再按按钮。一次最多 50 件。</p>
	{{/NOTHING_PICKED}}
	{{#NOBODY_PICKED}}
	<h1 class="govuk-heading-l">没有选交给谁</h1>
	<p class="govuk-body">什么都没有改变。请回到清单，勾选要交的件，再选一位经办人。</p>
	{{/NOBODY_PICKED}}
	{{#WERE_GIVEN}}<h1 class="govuk-heading-l">{{#IF_DONE_COUNT}}{{DONE_COUNT}} 件交给了{{HANDLER_NAME}}{{/IF_DONE_COUNT}}{{#NO_DONE_COUNT}}一件也没有交出去{{/NO_DONE_COUNT}}</h1>{{/WERE_GIVEN}}
	{{#WERE_GIVEN_BACK}}<h1 class="govuk-heading-l">{{#IF_DONE_COUNT}}撤回了，{{DONE_COUNT}} 件还由原来的人经办{{/IF_DONE_COUNT}}{{#NO_DONE_COUNT}}一件也没有撤回{{/NO_DONE_COUNT}}</h1>{{/WERE_GIVEN_BACK}}
	{{#WERE_TAKEN}}<h1 class="govuk-heading-l">{{#IF_DONE_COUNT}}签收了 {{DONE_COUNT}} 件，由您经办{{/IF_DONE_COUNT}}{{#NO_DONE_COUNT}}一件也没有签收{{/NO_DONE_COUNT}}</h1>{{/WERE_TAKEN}}
	{{#WERE_READ}}<h1 class="govuk-heading-l">{{#IF_DONE_COUNT}}{{DONE_COUNT}} 件的消息记为看过了{{/IF_DONE_COUNT}}{{#NO_DONE_COUNT}}一件也没有记下{{/NO_DONE_COUNT}}</h1>{{/WERE_READ}}
	{{#IF_REFUSED_COUNT}}
	<h2 class="govuk-heading-m">没有做的 {{REFUSED_COUNT}} 件</h2>
	<ul class="errands">
		{{#REFUSED_CASES}}<li>{{#NOT_HERE}}{{NUMBER}}<span class="cases__line">没有这一件，或者它不归您的账号办理</span>{{/NOT_HERE}}{{#NOT_AS_IT_WAS}}<a class="govuk-link" href="/cases/{{NUMBER}}">{{NUMBER}}</a> {{FACILITY_NAME}}<span class="cases__line">之后又换过经办人，没有动它</span>{{/NOT_AS_IT_WAS}}{{#NOT_AN_OFFICER}}<a class="govuk-link" href="/cases/{{NUMBER}}">{{NUMBER}}</a> {{FACILITY_NAME}}<span class="cases__line">所选的人不在您的部门，或者账号已经停用</span>{{/NOT_AN_OFFICER}}{{#IS_CLOSED}}<a class="govuk-link" href="/cases/{{NUMBER}}">{{NUMBER}}</a> {{FACILITY_NAME}}<span class="cases__line">已经办结</span>{{/IS_CLOSED}}{{#NOT_BY_THE_SAME}}<a class="govuk-link" href="/cases/{{NUMBER}}">{{NUMBER}}</a> {{FACILITY_NAME}}<span class="cases__line">举报人对答复不满意，原来办的人不能再办</span>{{/NOT_BY_THE_SAME}}{{#IS_ELSEWHERE}}<a class="govuk-link" href="/cases/{{NUMBER}}">{{NUMBER}}</a> {{FACILITY_NAME}}<span class="cases__line">现在的这一步不由您的部门办理</span>{{/IS_ELSEWHERE}}</li>
		{{/REFUSED_CASES}}
	</ul>
	{{/IF_REFUSED_COUNT}}
	{{#IF_DONE_COUNT}}
	<h2 class="govuk-heading-m">做了的 {{DONE_COUNT}} 件</h2>
	<ul class="errands">
		{{#DONE_CASES}}<li><a class="govuk-link" href="/cases/{{NUMBER}}">{{NUMBER}}</a> {{FACILITY_NAME}}</li>
		{{/DONE_CASES}}
	</ul>
	{{#WERE_GIVEN}}
	<form action="/cases/assign/undo" method="post">
		<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="query" value="{{QUERY}}"><input type="hidden" name="handler" value="{{HANDLER}}">
		{{#DONE_CASES}}<input type="hidden" name="number" value="{{NUMBER}}"><input type="hidden" name="before" value="{{BEFORE}}">
		{{/DONE_CASES}}
		<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">撤回，还给原来的人</button>
	</form>
	{{/WERE_GIVEN}}
	{{/IF_DONE_COUNT}}
	<p class="govuk-body"><a class="govuk-link" href="{{BACK_URL}}">回到清单</a></p>
</main>
</div>
{{>FOOTER}}
