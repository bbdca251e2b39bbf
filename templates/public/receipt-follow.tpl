{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}办理进展 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
<script type="module" src="/js/complaint.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	{{#UPLOAD_PROBLEM}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">有一个文件没有收下</h2>
		<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
			<li><a href="#message-evidence">“{{PROBLEM_FILE}}”{{#UPLOAD_TOO_LARGE}}太大了，每个文件最多 20 MB{{/UPLOAD_TOO_LARGE}}{{#UPLOAD_TOO_MANY}}没有收下：最多 6 个文件{{/UPLOAD_TOO_MANY}}{{#UPLOAD_EMPTY}}是空的，没有内容{{/UPLOAD_EMPTY}}{{#UPLOAD_KIND}}的类型不能收。可以收照片、PDF、录音和短视频{{/UPLOAD_KIND}}{{#UPLOAD_TRUNCATED}}不完整，可能没有传完，请重新选一次{{/UPLOAD_TRUNCATED}}{{#UPLOAD_FULL}}暂时收不下。可以先交文字，过些时候凭回执码补材料{{/UPLOAD_FULL}}{{#UPLOAD_WAIT}}暂时没有收下，传的人太多。请等一分钟再试{{/UPLOAD_WAIT}}{{#UPLOAD_GONE}}放了将近一天没有提交，不再保留，请重新选一次{{/UPLOAD_GONE}}。其他内容都还在。</a></li>
		</ul></div>
	</div></div>
	{{/UPLOAD_PROBLEM}}
	{{>ERROR_SUMMARY more='{{#SURE_MISSING}}<li><a href="#cases">要撤回，请先勾选“确定撤回”</a></li>{{/SURE_MISSING}}{{#SOLVED_MISSING}}<li><a href="#cases">请选：解决了，还是没有解决</a></li>{{/SOLVED_MISSING}}'}}
	{{#SENT}}<div class="govuk-inset-text" role="status">已经收到，封好了。过几秒再看，就会出现在下面。</div>{{/SENT}}
	{{#IF_WAIT}}<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert"><h2 class="govuk-error-summary__title">请等大约 {{WAIT}} 秒</h2><div class="govuk-error-summary__body"><p>用这个回执码送出的次数太多了。到时这一页会自己送出；如果没有，请再按一次。您写的还在。</p></div></div></div>{{/IF_WAIT}}
	{{#FULL}}<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert"><h2 class="govuk-error-summary__title">暂时收不下，还没有提交</h2><div class="govuk-error-summary__body"><p>请过几分钟再试。您写的还在。</p></div></div></div>{{/FULL}}
	{{#UNANSWERED}}<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert"><h2 class="govuk-error-summary__title">请等办理部门回复后再写</h2><div class="govuk-error-summary__body"><p>您已经写了 {{UNANSWERED_MOST}} 条，都收到了，还没有回复。这一条没有送出，您写的还在。急的话请打 <a class="govuk-link" href="tel:12345">12345</a>，孩子有危险请打 110。</p></div></div></div>{{/UNANSWERED}}
	<h1 class="govuk-heading-l">办理进展</h1>
	<div id="cases">
	{{#CASES}}
	<section class="follow">
		<h2 class="govuk-heading-m">{{#IF_FACILITY_NAME}}{{FACILITY_NAME}}{{/IF_FACILITY_NAME}}{{#NO_FACILITY_NAME}}{{PLACE}}{{/NO_FACILITY_NAME}}</h2>
		<p class="follow__state"><strong class="govuk-tag">{{#STATE_RECEIVED}}已收到{{/STATE_RECEIVED}}{{#STATE_TRIAGED}}已分类{{/STATE_TRIAGED}}{{#STATE_ACCEPTED}}已受理{{/STATE_ACCEPTED}}{{#STATE_REJECTED}}不予受理{{/STATE_REJECTED}}{{#STATE_MERGED}}已并入同一件事{{/STATE_MERGED}}{{#STATE_TRANSFERRED_OUT}}已转给其他部门{{/STATE_TRANSFERRED_OUT}}{{#STATE_DISPATCHED}}已派给承办部门{{/STATE_DISPATCHED}}{{#STATE_RETURNED_BY_DEPT}}承办部门退回，正在重新安排{{/STATE_RETURNED_BY_DEPT}}{{#STATE_HANDLING}}正在调查处理{{/STATE_HANDLING}}{{#STATE_SUSPENDED}}等待检测或鉴定，期限暂停{{/STATE_SUSPENDED}}{{#STATE_REPLIED}}已答复{{/STATE_REPLIED}}{{#STATE_UNSATISFIED}}您表示没有解决{{/STATE_UNSATISFIED}}{{#STATE_REVIEW}}换人重新核查{{/STATE_REVIEW}}{{#STATE_CLOSED}}已办结{{/STATE_CLOSED}}{{#STATE_ARCHIVED}}已归档{{/STATE_ARCHIVED}}{{#STATE_WITHDRAWN}}您已撤回{{/STATE_WITHDRAWN}}{{#STATE_WAITS_FOR_YOU}}等您回答{{/STATE_WAITS_FOR_YOU}}</strong>{{#STATE_WAITS_FOR_YOU}} <a class="govuk-link print-hidden" href="#messages">看办理部门的话，在下面回答</a>{{/STATE_WAITS_FOR_YOU}}</p>
		{{#IF_DEADLINE_DAY}}<p class="govuk-body">{{#DEADLINE_FORWARD}}最晚转交{{/DEADLINE_FORWARD}}{{#DEADLINE_ACCEPT}}最晚告诉您是否受理{{/DEADLINE_ACCEPT}}{{#DEADLINE_REPLY}}最晚答复{{/DEADLINE_REPLY}}{{#DEADLINE_EXTENDED}}延长后最晚答复{{/DEADLINE_EXTENDED}}{{#DEADLINE_TELL}}最晚告知结果{{/DEADLINE_TELL}}{{#DEADLINE_REVIEW}}最晚复核完{{/DEADLINE_REVIEW}}：<strong class="unbroken">{{DEADLINE_DAY}}</strong>{{#IF_DAYS_LEFT}}，还有 {{DAYS_LEFT}} 个工作日{{/IF_DAYS_LEFT}}{{#DUE_TODAY}}，就是今天{{/DUE_TODAY}}{{#IF_OVERDUE}}，<strong>已超过 {{OVERDUE}} 个工作日</strong>{{/IF_OVERDUE}}{{#IF_PROVISIONAL}}（暂定：之后的放假安排还没有公布）{{/IF_PROVISIONAL}}。<span class="said">依据：{{DEADLINE_SOURCE}}</span></p>{{/IF_DEADLINE_DAY}}
		<p class="said">{{#KIND_COMPLAINT}}投诉{{/KIND_COMPLAINT}}{{#KIND_CONSUMER}}费用纠纷{{/KIND_CONSUMER}}{{#KIND_REPORT}}举报{{/KIND_REPORT}}{{#KIND_HELP}}求助{{/KIND_HELP}}{{#KIND_CONSULT}}咨询{{/KIND_CONSULT}}{{#KIND_ADVICE}}建议{{/KIND_ADVICE}}{{#KIND_EMERGENCY}}紧急情况{{/KIND_EMERGENCY}}{{#KIND_PETITION}}信访{{/KIND_PETITION}}{{#KIND_DISCLOSURE}}信息公开申请{{/KIND_DISCLOSURE}}，编号 <span class="unbroken">{{NUMBER}}</span>，<time>{{RECEIVED_AT}}</time> 收到{{#IF_MERGED}}。反映同一件事的不止您一位，合并一起办理{{/IF_MERGED}}</p>
		<ol class="steps" aria-label="办理经过">
			{{#STEPS}}<li class="steps__step"><time class="said">{{AT}}</time> <strong>{{#STEP_RECEIVED}}已收到{{/STEP_RECEIVED}}{{#STEP_TRIAGED}}已分类{{/STEP_TRIAGED}}{{#STEP_ACCEPTED}}已受理{{/STEP_ACCEPTED}}{{#STEP_REJECTED}}不予受理{{/STEP_REJECTED}}{{#STEP_MERGED}}已并入同一件事{{/STEP_MERGED}}{{#STEP_TRANSFERRED_OUT}}已转给其他部门{{/STEP_TRANSFERRED_OUT}}{{#STEP_DISPATCHED}}已派给承办部门{{/STEP_DISPATCHED}}{{#STEP_RETURNED_BY_DEPT}}承办部门退回，正在重新安排{{/STEP_RETURNED_BY_DEPT}}{{#STEP_HANDLING}}正在调查处理{{/STEP_HANDLING}}{{#STEP_SUSPENDED}}等待检测或鉴定，期限暂停{{/STEP_SUSPENDED}}{{#STEP_REPLIED}}已答复{{/STEP_REPLIED}}{{#STEP_UNSATISFIED}}您表示没有解决{{/STEP_UNSATISFIED}}{{#STEP_REVIEW}}换人重新核查{{/STEP_REVIEW}}{{#STEP_CLOSED}}已办结{{/STEP_CLOSED}}{{#STEP_ARCHIVED}}已归档{{/STEP_ARCHIVED}}{{#STEP_WITHDRAWN}}您已撤回{{/STEP_WITHDRAWN}}</strong>{{#IF_NOTE}}<p class="written">{{NOTE:pre_escape}}</p>{{/IF_NOTE}}</li>
			{{/STEPS}}
			{{#HAS_OUTCOME}}<li class="steps__step"><time class="said">{{OUTCOME_AT}}</time> <strong>结论已公示</strong><p class="written"><a class="govuk-link" href="/facilities/{{OUTCOME_FACILITY}}#disclosure-{{OUTCOME_CODE}}">看机构页面上的公示</a>。公示不写谁投诉、谁举报，也不写编号。</p></li>{{/HAS_OUTCOME}}
		</ol>
		{{#CAN_RATE}}
		<form id="rating-form-{{NUMBER}}" action="/receipt/rating" method="post" class="follow__form print-hidden"{{#RATING_WAITS}} data-again="{{WAIT}}"{{/RATING_WAITS}}>
			<input type="hidden" name="receipt" value="{{RECEIPT}}"><input type="hidden" name="nonce" value="{{NONCE}}"><input type="hidden" name="number" value="{{NUMBER}}">
			<fieldset class="govuk-fieldset govuk-form-group"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">问题解决了吗？</legend>
			<div class="govuk-radios">
				<div class="govuk-radios__item"><input class="govuk-radios__input" id="solved-{{NUMBER}}" name="solved" type="radio" value="1" required{{#SOLVED_IS_1}} checked{{/SOLVED_IS_1}}><label class="govuk-label govuk-radios__label" for="solved-{{NUMBER}}">解决了</label></div>
				<div class="govuk-radios__item"><input class="govuk-radios__input" id="unsolved-{{NUMBER}}" name="solved" type="radio" value="0" required{{#SOLVED_IS_0}} checked{{/SOLVED_IS_0}}><label class="govuk-label govuk-radios__label" for="unsolved-{{NUMBER}}">没有解决，请换人重新核查</label></div>
			</div></fieldset>
			{{>FIELD_SELECT name="stars" id="stars-{{NUMBER}}" label="办得怎么样（可以不选）" none="不选" last='<option value="5"{{#STARS_IS_5}} selected{{/STARS_IS_5}}>很好</option><option value="4"{{#STARS_IS_4}} selected{{/STARS_IS_4}}>好</option><option value="3"{{#STARS_IS_3}} selected{{/STARS_IS_3}}>一般</option><option value="2"{{#STARS_IS_2}} selected{{/STARS_IS_2}}>不好</option><option value="1"{{#STARS_IS_1}} selected{{/STARS_IS_1}}>很不好</option>' | missing="" out_of_range="" malformed=""}}
			{{>FIELD_TEXTAREA name="text" id="rating-{{NUMBER}}" label="想说的话（可以不写）" most="1,000" rows="3" | missing="" out_of_range="" malformed=""}}
			<button type="submit" class="govuk-button">告诉我们</button>
		</form>
		{{/CAN_RATE}}
		{{#CAN_WITHDRAW}}
		<details class="govuk-details print-hidden"{{#OPEN}} open{{/OPEN}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">撤回这一件</span></summary><div class="govuk-details__text">
			<form id="withdraw-form-{{NUMBER}}" action="/receipt/withdraw" method="post"{{#WITHDRAWAL_WAITS}} data-again="{{WAIT}}"{{/WITHDRAWAL_WAITS}}>
				<input type="hidden" name="receipt" value="{{RECEIPT}}"><input type="hidden" name="nonce" value="{{NONCE}}"><input type="hidden" name="number" value="{{NUMBER}}">
				<p class="govuk-body">撤回后不再办理。涉及孩子安全的线索，办理部门仍可以继续核查。</p>
				{{>FIELD_TEXT name="reason" id="reason-{{NUMBER}}" label="为什么撤回（可以不写）" most="500" value="{{REASON:pre_escape}}" | missing="" out_of_range="" malformed=""}}
				<div class="govuk-checkboxes govuk-form-group"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="sure-{{NUMBER}}" name="sure" type="checkbox" value="1" required{{#SURE_IS_1}} checked{{/SURE_IS_1}}><label class="govuk-label govuk-checkboxes__label" for="sure-{{NUMBER}}">确定撤回</label></div></div>
				<button type="submit" class="govuk-button govuk-button--warning">撤回</button>
			</form>
		</div></details>
		{{/CAN_WITHDRAW}}
	</section>
	{{/CASES}}
	</div>
	{{#LETTER}}
	<section aria-labelledby="letter">
		<h2 class="govuk-heading-m" id="letter">您写的</h2>
		<dl class="govuk-summary-list answers">
			<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">提交时间</dt><dd class="govuk-summary-list__value"><time>{{SENT_AT}}</time></dd></div>
			{{#IF_PLACE}}<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">地点</dt><dd class="govuk-summary-list__value">{{PLACE:pre_escape}}</dd></div>{{/IF_PLACE}}
			<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">发生了什么</dt><dd class="govuk-summary-list__value"><span class="written">{{STORY:pre_escape}}</span></dd></div>
			{{#IF_WISH}}<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">希望怎样解决</dt><dd class="govuk-summary-list__value"><span class="written">{{WISH:pre_escape}}</span></dd></div>{{/IF_WISH}}
			<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">时间</dt><dd class="govuk-summary-list__value">{{#IF_HAPPENED}}{{HAPPENED:pre_escape}}{{/IF_HAPPENED}}{{#NO_HAPPENED}}<span class="said">未提供</span>{{/NO_HAPPENED}} {{#GOING_ON_IS_YES}}（还在发生）{{/GOING_ON_IS_YES}}{{#GOING_ON_IS_NO}}（已经过去了）{{/GOING_ON_IS_NO}}</dd></div>
			<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">材料</dt><dd class="govuk-summary-list__value">{{#EVIDENCE}}<span class="files__file">{{NAME}}</span>{{/EVIDENCE}}{{#NO_EVIDENCE}}<span class="said">未提供</span>{{/NO_EVIDENCE}}</dd></div>
			<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">联系方式</dt><dd class="govuk-summary-list__value">{{#ANONYMOUS}}匿名{{/ANONYMOUS}}{{#NAMED}}已留下，为了安全不在这里显示{{/NAMED}}</dd></div>
		</dl>
	</section>
	{{/LETTER}}
	<h2 class="govuk-heading-m" id="messages">来往</h2>
	{{#IF_MESSAGES_EARLIER}}<p class="said">更早的 {{MESSAGES_EARLIER}} 条没有列在这里，办理部门都看得到。</p>{{/IF_MESSAGES_EARLIER}}
	<ol class="talk">
		{{#MESSAGES}}<li class="talk__message{{#FROM_OFFICE}} talk__message--office{{/FROM_OFFICE}}"><p class="said">{{#FROM_OFFICE}}办理部门{{/FROM_OFFICE}}{{#FROM_REPORTER}}您{{/FROM_REPORTER}}，<time>{{AT}}</time></p><p class="written">{{TEXT:pre_escape}}</p>{{#ATTACHED}}<p class="said">附：{{NAME}}</p>{{/ATTACHED}}</li>
		{{/MESSAGES}}
	</ol>
	<form id="page-form" action="/receipt/message" method="post" enctype="multipart/form-data" novalidate class="print-hidden"{{#MESSAGE_WAITS}} data-again="{{WAIT}}"{{/MESSAGE_WAITS}}>
		<input type="hidden" name="receipt" value="{{RECEIPT}}"><input type="hidden" name="nonce" value="{{NONCE}}">
		{{#CARRIED}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">{{/CARRIED}}
		{{>FIELD_TEXTAREA name="text" label="补充说明或回答" what="内容" size="s" most="5,000" | missing="请写几句，或选一个文件" malformed="文字里有不能用的字符"}}
		<div class="govuk-form-group">
			{{#FILES}}<p class="said">已收下：{{NAME}}</p>{{/FILES}}
			<label class="govuk-label" for="message-evidence">材料（可以不选，最多 6 个，每个 20 MB）</label>
			<input class="govuk-file-upload" id="message-evidence" name="evidence" type="file" multiple accept="image/*,application/pdf,audio/*,video/*">
		</div>
		<button type="submit" class="govuk-button">送出</button>
	</form>
	<div class="print-hidden" data-proof="nonce" data-challenge="{{CHALLENGE}}" data-working="" data-done=""><p class="said" role="status" data-proof-status></p></div>
	{{#IF_STAMPED}}
	<h2 class="govuk-heading-m">时间证明</h2>
	<p class="govuk-body">要向上级证明什么时候提交的，可以保存这两个文件。它们有签名，谁都能验证。</p>
	<div class="govuk-button-group print-hidden">
		<form action="/receipt/stamp.txt" method="post"><input type="hidden" name="receipt" value="{{RECEIPT}}"><button type="submit" class="govuk-button govuk-button--secondary">保存时间证明</button></form>
		<form action="/receipt/complaint.json" method="post"><input type="hidden" name="receipt" value="{{RECEIPT}}"><button type="submit" class="govuk-button govuk-button--secondary">保存提交的内容</button></form>
	</div>
	{{/IF_STAMPED}}
	<form action="/receipt" method="post" class="govuk-button-group print-hidden"><input type="hidden" name="receipt" value="{{RECEIPT}}"><button type="submit" class="govuk-button govuk-button--secondary">刷新进展</button><button type="button" class="govuk-button govuk-button--secondary" data-print hidden>打印这一页</button></form>
</main>
</div>
{{>FOOTER}}
