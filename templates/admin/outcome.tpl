{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#MISTAKES}}请改一下：{{/MISTAKES}}{{FACILITY_NAME}}的结果公示 - {{DISTRICT_NAME}}善育工作台</title>
{{>HEADER}}
<div class="govuk-width-container">
<nav aria-label="返回"><a href="/outcomes" class="govuk-back-link">返回结果公示</a></nav>
<main class="govuk-main-wrapper" id="main" tabindex="-1">
	{{#MISTAKES}}
	<div class="govuk-error-summary" data-module="govuk-error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">{{#CHANGED}}别人刚刚改过，这一步没有做{{/CHANGED}}{{#REVEALS}}这一步没有做：看得出是谁反映的{{/REVEALS}}{{#PLACEHOLDER_LEFT}}还没有写完{{/PLACEHOLDER_LEFT}}{{#MARKS_UNSETTLED}}这一步没有做：有的内容可能涉及个人{{/MARKS_UNSETTLED}}{{#MARKS_TOO_MANY}}这一步没有做：涉及个人的地方太多{{/MARKS_TOO_MANY}}{{#MARK_REASON_MISSING}}还差一点{{/MARK_REASON_MISSING}}{{#ERRORS}}还差一点{{/ERRORS}}{{#SUMMARY_MISSING}}还差一点{{/SUMMARY_MISSING}}{{#OTHER_STATE}}这一步没有做{{/OTHER_STATE}}{{#TOOK_PART}}这一步没有做：要由没有参与过的人决定{{/TOOK_PART}}{{#NOT_IN_STEAD}}这一步没有做：这一件不需要代为审批{{/NOT_IN_STEAD}}{{#NO_STAND_IN}}这一步没有做：没有规定可以代为审批{{/NO_STAND_IN}}</h2>
		<div class="govuk-error-summary__body">
			{{#CHANGED}}<p>下面是最新的情况，您写的还在。看过以后可以再做一次。</p>{{/CHANGED}}
			{{#REVEALS}}<p>文字里有件号，或者有反映人留下的姓名、电话。请删去或换一种写法；机构会先看到这一稿。机构陈述里有的，请把那几个字写成“反映人”。</p>{{/REVEALS}}
			{{#PLACEHOLDER_LEFT}}<p><a href="#summary">模板里的“{{PLACEHOLDER}}”还没有改写</a>，改好再送出。</p>{{/PLACEHOLDER_LEFT}}
			{{#TOOK_PART}}<p>您参与过这一件的查处、拟稿或者公示。可以决定的人写在下面。</p>{{/TOOK_PART}}
			{{#NOT_IN_STEAD}}<p>只有没有合适的审批人时，才由责任督学代为审批。可以决定的人写在下面。</p>{{/NOT_IN_STEAD}}
			{{#NO_STAND_IN}}<p>今天没有一条规定，让您的角色代为审批。</p>{{/NO_STAND_IN}}
			{{#MARKS_UNSETTLED}}<p><a href="#marks">请把标出的地方删去，或者逐条勾选保留并写明理由</a>。机构会先看到这一稿。</p>{{/MARKS_UNSETTLED}}
			{{#MARKS_TOO_MANY}}<p><a href="#marks">可能涉及个人的地方太多，没有全部标出</a>。请删短以后再送出。</p>{{/MARKS_TOO_MANY}}
			{{#MARK_REASON_MISSING}}<p><a href="#keep_reason">请写明标出的内容为什么可以保留</a></p>{{/MARK_REASON_MISSING}}
			{{#OTHER_STATE}}<p>这一件现在是“{{STATE_NAME}}”，这一步已经不能做了。</p>{{/OTHER_STATE}}
			<ul class="govuk-list govuk-error-summary__list">
				{{#ATTACHMENT_PROBLEM}}<li><a href="#attachment-problem">原因写在附件那里</a></li>{{/ATTACHMENT_PROBLEM}}
				{{>MISTAKES}}
			</ul>
		</div>
	</div></div>
	{{/MISTAKES}}
	{{#DONE_EDIT}}<div class="govuk-inset-text" role="status">已保存。</div>{{/DONE_EDIT}}
	{{#DONE_ATTACH}}<div class="govuk-inset-text" role="status">附上了，只在工作台看得到。附错了十分钟内可以收回。</div>{{/DONE_ATTACH}}
	{{#DONE_ATTACHMENT_WITHDRAW}}<div class="govuk-inset-text" role="status">附件已撤下。</div>{{/DONE_ATTACHMENT_WITHDRAW}}
	{{#DONE_ATTACHMENT_UNDO}}<div class="govuk-inset-text" role="status">附件已收回。</div>{{/DONE_ATTACHMENT_UNDO}}
	{{#DONE_OPEN}}<div class="govuk-inset-text" role="status">已请机构陈述，期限从现在算起。把右边这一稿交给机构。</div>{{/DONE_OPEN}}
	{{#DONE_ANSWER}}<div class="govuk-inset-text" role="status">已记下机构的陈述，等审批。</div>{{/DONE_ANSWER}}
	{{#DONE_BACK}}<div class="govuk-inset-text" role="status">已收回，可以修改。</div>{{/DONE_BACK}}
	{{#DONE_CORRECT}}<div class="govuk-inset-text" role="status">新的一版已经开稿，公开的仍是原来那一版。</div>{{/DONE_CORRECT}}
	{{#DONE_APPROVE}}<div class="govuk-inset-text" role="status">已公示。机构的页面一秒内更新。</div>{{/DONE_APPROVE}}
	{{#DONE_DROP}}<div class="govuk-inset-text" role="status">已定为不公示。</div>{{/DONE_DROP}}
	{{#DONE_WITHDRAW}}<div class="govuk-inset-text" role="status">已撤回，公开页面上不再显示。</div>{{/DONE_WITHDRAW}}
	{{#DONE_RETURN}}<div class="govuk-inset-text" role="status">已退回拟稿人修改。</div>{{/DONE_RETURN}}
	<h1 class="govuk-heading-l">{{FACILITY_NAME}}</h1>
	<p class="govuk-body"><strong class="govuk-tag">{{STATE_NAME}}</strong> {{VERDICT_NAME}}：{{MATTER_NAME}}。公示编号 <span class="code">{{CODE}}</span>，第 {{VERSION}} 版。{{#IF_CASE_NUMBER}}来自 <a class="govuk-link" href="/cases/{{CASE_NUMBER}}">{{CASE_NUMBER}}</a>。{{/IF_CASE_NUMBER}}</p>
	{{#STATE_ANSWERING}}<p class="govuk-body">机构可以陈述到 <strong><time>{{UNTIL_ON}}</time></strong>{{#IF_ANSWER_PROVISIONAL}}（暂定：那时的放假安排还没有公布）{{/IF_ANSWER_PROVISIONAL}}{{#ANSWER_NEAR}} <strong class="mark mark--soon">快到期</strong>{{/ANSWER_NEAR}}{{#ANSWER_OVER}} <strong class="mark mark--late">已到期</strong>{{/ANSWER_OVER}}。过了这一天没有陈述，也会转给审批。</p>{{/STATE_ANSWERING}}
	{{#IF_END_REASON}}<p class="govuk-body">{{#STATE_DROPPED}}不公示的理由：{{/STATE_DROPPED}}{{#STATE_WITHDRAWN}}撤回的理由：{{/STATE_WITHDRAWN}}<span class="written">{{END_REASON:pre_escape}}</span></p>{{/IF_END_REASON}}
	{{#STANDING_UNDER_REVIEW}}<div class="govuk-inset-text attention"><strong>正在复核。</strong>这一件正在重新核查，公开的页面上会标明。</div>{{/STANDING_UNDER_REVIEW}}
	{{#STANDING_CHANGED}}<div class="govuk-inset-text attention"><strong>正在复核：结论变了。</strong>公开的页面已经标明不再作准。请没有参与过这一件的审批人撤回，或者批准更正的一版。</div>{{/STANDING_CHANGED}}
	{{#IF_MARKS_FOUND}}
	<section class="govuk-inset-text{{#IF_MARKS_UNSETTLED}} attention{{/IF_MARKS_UNSETTLED}}" aria-labelledby="marks">
		<h2 class="govuk-heading-s" id="marks">标出的地方（{{MARKS_FOUND}}）</h2>
		<p class="govuk-body">可能让人认出反映人或孩子。能换成检查看到的事实，就换掉；要保留的，在下面勾选并写明理由。</p>
		{{#IF_MARKS_TOO_MANY}}<p class="govuk-body">这样的地方太多，没有全部标出。请先删短，再送出。</p>{{/IF_MARKS_TOO_MANY}}
		<ul class="govuk-list">
			{{#MARKS}}<li><mark>{{MARK_WORDS}}</mark> {{#MARK_OWN_WORDS}}与反映人的原话相同{{/MARK_OWN_WORDS}}{{#MARK_TELEPHONE}}像电话号码{{/MARK_TELEPHONE}}{{#MARK_IDENTITY}}像身份证号{{/MARK_IDENTITY}}{{#MARK_NAME}}反映人写到的姓名{{/MARK_NAME}}{{#MARK_TELLS}}可能看得出是谁反映的{{/MARK_TELLS}}{{#IF_MARK_REASON}}：{{MARK_WHO}} 保留，理由是“{{MARK_REASON}}”{{/IF_MARK_REASON}}</li>
			{{/MARKS}}
		</ul>
	</section>
	{{/IF_MARKS_FOUND}}
	<div class="beside">
	<div class="beside__view">
		{{#PREVIEW}}
		<section class="as-public" aria-labelledby="preview">
			<h2 class="govuk-heading-m" id="preview">{{#STATE_PUBLISHED}}现在公开的样子{{/STATE_PUBLISHED}}{{#STATE_WITHDRAWN}}撤回前的样子{{/STATE_WITHDRAWN}}{{#STATE_DROPPED}}没有公示的稿子{{/STATE_DROPPED}}{{#STATE_DRAFT}}公示以后的样子{{/STATE_DRAFT}}{{#STATE_ANSWERING}}公示以后的样子{{/STATE_ANSWERING}}{{#STATE_READY}}公示以后的样子{{/STATE_READY}}</h2>
			<article class="disclosure">
				<h3 class="govuk-heading-s">{{VERDICT_NAME}}：{{MATTER_NAME}}</h3>
				<p class="said">投诉举报查处结论，<time>{{FOUND_ON}}</time> 查实，<time>{{DISCLOSED_ON}}</time> 公示</p>
				{{#IF_SUMMARY}}<p class="written">{{SUMMARY:pre_escape}}</p>{{/IF_SUMMARY}}{{#NO_SUMMARY}}<p class="written">（还没有写）</p>{{/NO_SUMMARY}}
				{{#IF_ANSWER}}<p class="disclosure__answer">机构的陈述</p>
				<blockquote class="govuk-inset-text written">{{ANSWER:pre_escape}}</blockquote>{{/IF_ANSWER}}
				{{#ANSWER_TO_COME}}<p class="said">（机构的陈述会写在这里）</p>{{/ANSWER_TO_COME}}
				{{#ANSWER_NONE}}<p class="said">公示前问过机构，机构在期限内没有提出意见。</p>{{/ANSWER_NONE}}
			</article>
		</section>
		{{/PREVIEW}}
		{{#PUBLIC}}
		<section class="as-public" aria-labelledby="public">
			<h2 class="govuk-heading-m" id="public">现在公开的：第 {{VERSION}} 版</h2>
			<article class="disclosure">
				<h3 class="govuk-heading-s">{{VERDICT_NAME}}：{{MATTER_NAME}}</h3>
				<p class="said">投诉举报查处结论，<time>{{FOUND_ON}}</time> 查实，<time>{{DISCLOSED_ON}}</time> 公示</p>
				{{#IF_SUMMARY}}<p class="written">{{SUMMARY:pre_escape}}</p>{{/IF_SUMMARY}}{{#NO_SUMMARY}}<p class="written">（还没有写）</p>{{/NO_SUMMARY}}
				{{#IF_ANSWER}}<p class="disclosure__answer">机构的陈述</p>
				<blockquote class="govuk-inset-text written">{{ANSWER:pre_escape}}</blockquote>{{/IF_ANSWER}}
				{{#ANSWER_TO_COME}}<p class="said">（机构的陈述会写在这里）</p>{{/ANSWER_TO_COME}}
				{{#ANSWER_NONE}}<p class="said">公示前问过机构，机构在期限内没有提出意见。</p>{{/ANSWER_NONE}}
			</article>
		</section>
		{{/PUBLIC}}
	</div>
	<div class="beside__work">
		{{#ACT_EDIT}}
		<section class="outcome-act" aria-labelledby="act-edit">
			<h2 class="govuk-heading-m" id="act-edit">拟稿</h2>
			<form action="/outcomes/{{CODE}}/edit" method="post" novalidate>
				<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
				{{>FIELD_TEXTAREA name="summary" label="给公众看的结论" what="公示的话" hint="写检查时看到什么、依据什么、怎么改的、改好没有。不写谁反映的，不写件号，不抄反映人的话；涉及孩子的，不写能认出孩子的细节。" most="2,000" rows="8" | missing="请写给公众看的结论"}}
				{{>FIELD_SELECT name="matter" label="事由" options="MATTERS" chosen="CHOSEN" | missing="请选事由" out_of_range="没有这个事由，请重新选"}}
				{{>FIELD_SELECT name="verdict" label="结论" options="VERDICTS" chosen="CHOSEN" | missing="请选结论" out_of_range="没有这种结论，请重新选"}}
				{{#IF_MARKS_UNSETTLED}}
				<fieldset class="govuk-fieldset govuk-form-group">
					<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">标出的地方，要保留的</legend>
					<div class="govuk-checkboxes">
						{{#MARKS}}{{#NO_MARK_REASON}}{{>CHECKBOX name="keep" value="{{MARK}}" label="{{MARK_WORDS}}" chosen="MARK_KEPT"}}{{/NO_MARK_REASON}}
						{{/MARKS}}
					</div>
					{{>FIELD_TEXTAREA name="keep_reason" label="为什么可以保留" what="保留的理由" most="500" rows="2"}}
				</fieldset>
				{{/IF_MARKS_UNSETTLED}}
				<div class="govuk-button-group">
					<button type="submit" class="govuk-button" name="go" value="save">保存</button>
					<button type="submit" class="govuk-button govuk-button--secondary" name="go" value="open">{{#IF_REVIEW_VERDICT}}保存，转审批{{/IF_REVIEW_VERDICT}}{{#NO_REVIEW_VERDICT}}保存，并请机构陈述{{/NO_REVIEW_VERDICT}}</button>
				</div>
			</form>
		</section>
		{{/ACT_EDIT}}
		{{#ACT_ANSWER}}
		<section class="outcome-act" aria-labelledby="act-answer">
			<h2 class="govuk-heading-m" id="act-answer">记下机构的陈述</h2>
			<form action="/outcomes/{{CODE}}/answer" method="post" novalidate>
				<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
				{{>FIELD_TEXTAREA name="answer" label="机构怎么说" what="机构的回应" hint="照原话写，会一起公示。没有意见就写“没有意见”。里面提到是谁反映的，写成“反映人”。" most="2,000" rows="5" | missing="请写下机构的陈述；没有意见就写“没有意见”"}}
				{{>FIELD_CHOICES name="answer_way" set="answer-ways" of="radios" class="govuk-radios--inline" label="怎么陈述的" | missing="请选机构是怎么陈述的" out_of_range="请选机构是怎么陈述的"}}
				{{#WAYS}}{{>RADIO name="answer_way" id="way-{{CODE}}" value="{{CODE}}" label="{{NAME}}" chosen="CHOSEN"}}{{/WAYS}}
				{{>CHOICES_END}}
				<button type="submit" class="govuk-button">记下，转审批</button>
			</form>
		</section>
		{{/ACT_ANSWER}}
		{{#OWN}}<p class="govuk-body">您参与过这一件的查处、拟稿或者公示，要由别人审批。</p>{{/OWN}}
		{{#NOT_IN_STEAD}}<p class="govuk-body">这一件有审批人，不需要代为审批。</p>{{/NOT_IN_STEAD}}
		{{#DECIDERS}}<p class="govuk-body">可以决定的：{{DECIDER_NAME}}{{#IF_DECIDER_RULE}}（没有合适的审批人，按规定代为审批）{{/IF_DECIDER_RULE}}。</p>
		{{/DECIDERS}}
		{{#NO_DECIDERS}}<p class="govuk-body">现在没有人可以决定。请告诉系统管理员：要有一个没有参与过这一件的审批人。</p>{{/NO_DECIDERS}}
		{{#STANDS_IN}}<p class="govuk-body">审批人都参与过这一件，按规定由您代为审批。您可以批准，也可以撤回公开的一版。</p>{{/STANDS_IN}}
		{{#NO_KEY}}<p class="govuk-body">这台机器上没有发布用的密钥，在这里不能公示。请告诉系统管理员。</p>{{/NO_KEY}}
		{{#ACT_APPROVE}}
		<section class="outcome-act" aria-labelledby="act-approve">
			<h2 class="govuk-heading-m" id="act-approve">审批</h2>
			<p class="govuk-body">批准后，预览里的文字一秒内写上机构的页面，并以您的名字记入公开的发布日志。</p>
			<form action="/outcomes/{{CODE}}/{{#IN_STEAD}}stand-in-{{/IN_STEAD}}approve" method="post">
				<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
				{{#IF_MARKS_UNSETTLED}}
				<fieldset class="govuk-fieldset govuk-form-group">
					<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">标出的地方，要保留的</legend>
					<div class="govuk-checkboxes">
						{{#MARKS}}{{#NO_MARK_REASON}}{{>CHECKBOX name="keep" value="{{MARK}}" label="{{MARK_WORDS}}" chosen="MARK_KEPT"}}{{/NO_MARK_REASON}}
						{{/MARKS}}
					</div>
					{{>FIELD_TEXTAREA name="keep_reason" label="为什么可以保留" what="保留的理由" most="500" rows="2"}}
				</fieldset>
				{{/IF_MARKS_UNSETTLED}}
				<button type="submit" class="govuk-button">批准公示</button>
			</form>
		</section>
		{{/ACT_APPROVE}}
		{{#ACT_RETURN}}
		<section class="outcome-act" aria-labelledby="act-return">
			<h2 class="govuk-heading-m" id="act-return">退回修改</h2>
			<form action="/outcomes/{{CODE}}/return" method="post" novalidate>
				<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
				{{>FIELD_TEXTAREA name="reason" id="reason-return" at="reason-{{ACTION}}" label="要改什么" what="理由" most="500" rows="2" | missing="请写明理由"}}
				<button type="submit" class="govuk-button govuk-button--secondary">退回拟稿人</button>
			</form>
		</section>
		{{/ACT_RETURN}}
		{{#ACT_BACK}}
		<section class="outcome-act" aria-labelledby="act-back">
			<h2 class="govuk-heading-m" id="act-back">收回修改</h2>
			<form action="/outcomes/{{CODE}}/back" method="post" novalidate>
				<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
				{{>FIELD_TEXTAREA name="reason" id="reason-back" label="为什么收回" what="理由" hint="改过的文字要重新请机构陈述。" most="500" rows="2" | missing="请写明理由"}}
				<button type="submit" class="govuk-button govuk-button--secondary">收回</button>
			</form>
		</section>
		{{/ACT_BACK}}
		{{#ACT_CORRECT}}
		<section class="outcome-act" aria-labelledby="act-correct">
			<h2 class="govuk-heading-m" id="act-correct">更正</h2>
			<form action="/outcomes/{{CODE}}/correct" method="post" novalidate>
				<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
				{{>FIELD_TEXTAREA name="reason" id="reason-correct" label="为什么更正" what="理由" hint="例如处罚决定已经作出、复议结果有变。新版同样要请机构陈述、由别人审批；在那以前，公开的仍是现在这一版。" most="500" rows="2" | missing="请写明理由"}}
				<button type="submit" class="govuk-button govuk-button--secondary">开稿新的一版</button>
			</form>
		</section>
		{{/ACT_CORRECT}}
		{{#ACT_DROP}}
		<section class="outcome-act" aria-labelledby="act-drop">
			<h2 class="govuk-heading-m" id="act-drop">不公示</h2>
			<form action="/outcomes/{{CODE}}/drop" method="post" novalidate>
				<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
				{{>FIELD_TEXTAREA name="reason" id="reason-drop" label="为什么不公示" what="理由" hint="查实的一般都要公示。例外例如会让人认出孩子。" most="500" rows="2" | missing="请写明理由"}}
				<button type="submit" class="govuk-button govuk-button--secondary">定为不公示</button>
			</form>
		</section>
		{{/ACT_DROP}}
		{{#ACT_WITHDRAW}}
		<section class="outcome-act" aria-labelledby="act-withdraw">
			<h2 class="govuk-heading-m" id="act-withdraw">撤回公示</h2>
			<form action="/outcomes/{{CODE}}/{{#IN_STEAD}}stand-in-{{/IN_STEAD}}withdraw" method="post" novalidate>
				<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
				{{>FIELD_TEXTAREA name="reason" id="reason-withdraw" label="为什么撤回" what="理由" hint="例如复核、复议以后处理不再成立。发布日志里会留下公示和撤回两条记录。" most="500" rows="2" | missing="请写明理由"}}
				<button type="submit" class="govuk-button govuk-button--secondary">撤回</button>
			</form>
		</section>
		{{/ACT_WITHDRAW}}
	</div>
		<div class="beside__past">
{{>ATTACHMENTS}}
		<section aria-labelledby="steps">
			<h2 class="govuk-heading-m" id="steps">经过</h2>
			<ol class="steps">
				{{#STEPS}}<li class="steps__step"><time class="said">{{MOMENT}}</time> <strong>{{#STEP_BEGUN}}第 {{VERSION}} 版开稿{{/STEP_BEGUN}}{{#STEP_EDITED}}改稿{{/STEP_EDITED}}{{#STEP_BACK}}退回拟稿{{/STEP_BACK}}{{#STEP_MOVED}}{{TO_STATE_NAME}}{{/STEP_MOVED}}</strong> {{#IF_WHO_NAME}}{{WHO_NAME}}{{/IF_WHO_NAME}}{{#NO_WHO_NAME}}系统{{/NO_WHO_NAME}}{{#IF_REASON}}<p class="written">{{REASON:pre_escape}}</p>{{/IF_REASON}}</li>
				{{/STEPS}}
			</ol>
			<details class="govuk-details fold" id="flow"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">办理流程图</span></summary><div class="govuk-details__text">{{FLOW_CHART:none}}</div></details>
		</section>
		</div>
	</div>
</main>
</div>
{{>FOOTER}}
