{{%AUTOESCAPE context="HTML"}}
	{{#PART_MORNING}}{{#SOME}}
	<section aria-labelledby="morning">
		<h2 class="govuk-heading-m" id="morning">今早的清单（{{ERRANDS}}）</h2>
		<ul class="errands">
			{{#MORNING_ROWS}}<li><a class="govuk-link" href="{{FILE_URL}}">{{FILE_TITLE}}</a> {{#IF_LIMIT_NAME}}{{LIMIT_NAME}}{{/IF_LIMIT_NAME}}{{#WHAT_OVER}}已超期{{/WHAT_OVER}}{{#WHAT_DUE}}今天到期{{/WHAT_DUE}}{{#WHAT_NEAR}}快到期{{/WHAT_NEAR}}{{#WHAT_WAITING}}等待接办{{/WHAT_WAITING}}<span class="cases__line">{{FACILITY_NAME}}。现在：{{STATE_NAME}}{{#IF_DONE_SINCE}}，今天已办{{/IF_DONE_SINCE}}</span></li>
			{{/MORNING_ROWS}}
		</ul>
		{{#IF_MORE}}<p class="govuk-body no-print"><a class="govuk-link" href="{{URL}}">还有 {{MORE}} 项，看全部 {{ERRANDS}} 项</a></p>{{/IF_MORE}}
	</section>
	{{/SOME}}{{/PART_MORNING}}
	{{#PART_REMINDERS}}{{#SOME}}
	<section aria-labelledby="reminders">
		<h2 class="govuk-heading-m" id="reminders">最近七天的提醒（{{ERRANDS}}）</h2>
		<ul class="errands">
			{{#REMINDER_ROWS}}<li><a class="govuk-link" href="{{FILE_URL}}">{{FILE_TITLE}}</a> {{#IF_LIMIT_NAME}}{{LIMIT_NAME}}{{/IF_LIMIT_NAME}}{{#WHAT_NEAR}}快到期{{/WHAT_NEAR}}{{#WHAT_OVER}}已经超期{{/WHAT_OVER}}{{#WHAT_STUCK}}卡住了，已提请联席会议{{/WHAT_STUCK}}{{#WHAT_MESSAGE}}举报人发来消息{{/WHAT_MESSAGE}}{{#WHAT_SAID_AFTER}}结束以后，举报人又发来消息{{/WHAT_SAID_AFTER}}{{#WHAT_EMERGENCY}}紧急情况，请马上处理{{/WHAT_EMERGENCY}}<span class="cases__line">{{FACILITY_NAME}}。{{STATE_NAME}}，{{MOMENT}} 提醒</span></li>
			{{/REMINDER_ROWS}}
		</ul>
		{{#IF_MORE}}<p class="govuk-body no-print"><a class="govuk-link" href="{{URL}}">还有 {{MORE}} 项，看全部 {{ERRANDS}} 项</a></p>{{/IF_MORE}}
	</section>
	{{/SOME}}{{/PART_REMINDERS}}
	{{#PART_NOTICES}}{{#SOME}}
	<section aria-labelledby="notices">
		<h2 class="govuk-heading-m" id="notices">没有送出去的通知（{{ERRANDS}}）</h2>
		<p class="govuk-body">邮件或接口没有收下。本页的提醒不受影响；请系统管理员检查通道设置。</p>
		<ul class="errands">
			{{#NOTICE_ROWS}}<li>{{#BY_MAIL}}邮件{{/BY_MAIL}}{{#BY_WEBHOOK}}接口{{/BY_WEBHOOK}}，给{{#IF_DEPARTMENT_NAME}}{{DEPARTMENT_NAME}}{{/IF_DEPARTMENT_NAME}}{{#NO_DEPARTMENT_NAME}}区级受理席{{/NO_DEPARTMENT_NAME}}：{{#WHAT_NEAR}}快到期{{/WHAT_NEAR}}{{#WHAT_OVER}}已超期{{/WHAT_OVER}}{{#WHAT_STUCK}}提请联席会议{{/WHAT_STUCK}}{{#WHAT_MESSAGE}}新消息{{/WHAT_MESSAGE}}{{#WHAT_SAID_AFTER}}结束以后的新消息{{/WHAT_SAID_AFTER}}{{#WHAT_EMERGENCY}}紧急情况{{/WHAT_EMERGENCY}}{{#WHAT_DAILY}}今日清单{{/WHAT_DAILY}}<span class="cases__line">{{MOMENT}}，试了 {{TRIES}} 次{{#IF_GIVEN_UP}}，不再试{{/IF_GIVEN_UP}}。{{PROBLEM}}</span></li>
			{{/NOTICE_ROWS}}
		</ul>
		{{#IF_MORE}}<p class="govuk-body no-print"><a class="govuk-link" href="{{URL}}">还有 {{MORE}} 项，看全部 {{ERRANDS}} 项</a></p>{{/IF_MORE}}
	</section>
	{{/SOME}}{{/PART_NOTICES}}
