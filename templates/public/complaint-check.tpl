{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}看一看，没错就提交 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
<script type="module" src="/js/complaint.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	{{#IF_WAIT}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert"><h2 class="govuk-error-summary__title">请等大约 {{WAIT}} 秒</h2><div class="govuk-error-summary__body"><p>现在提交的人很多。{{#IF_TURN}}您的位置已经留好。{{/IF_TURN}}到时这一页会自己提交；如果没有，请再按一次“提交”。您写的都还在，一个字也没有丢。</p></div></div></div>
	{{/IF_WAIT}}
	{{#UNANSWERED}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert"><h2 class="govuk-error-summary__title">请等办理部门回复后再交</h2><div class="govuk-error-summary__body"><p>用这个回执码，您已经写了 {{UNANSWERED_MOST}} 条，都收到了，还没有回复。这次的改动没有交上去，您写的还在这一页上。急的话请打 <a class="govuk-link" href="tel:12345">12345</a>，孩子有危险请打 110。</p></div></div></div>
	{{/UNANSWERED}}
	{{#FROM_ELSEWHERE}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert"><h2 class="govuk-error-summary__title">还没有提交</h2><div class="govuk-error-summary__body"><p>下面的内容是从别的网站带过来的。请看清楚：是您要说的，再按“提交”。</p></div></div></div>
	{{/FROM_ELSEWHERE}}
	{{#FULL}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert"><h2 class="govuk-error-summary__title">暂时收不下，还没有提交</h2><div class="govuk-error-summary__body"><p>请过几分钟再按一次“提交”。您写的都还在这一页上。急的话请打 <a class="govuk-link" href="tel:12345">12345</a>。</p></div></div></div>
	{{/FULL}}
	<p class="govuk-caption-m">第 7 步，共 7 步</p>
	<form id="page-form" action="/complaint/send" method="post" novalidate data-draft{{#IF_WAIT}} data-again="{{WAIT}}"{{/IF_WAIT}}>
		{{#IF_TURN}}<input type="hidden" name="turn" value="{{TURN}}">{{/IF_TURN}}
		{{#CARRIED}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">{{/CARRIED}}
		<input type="hidden" name="step" value="check">
		<h1 class="govuk-heading-l">看一看，没错就提交</h1>
		<dl class="govuk-summary-list answers">
			<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">种类</dt><dd class="govuk-summary-list__value">{{#KIND_IS_COMPLAINT}}投诉{{/KIND_IS_COMPLAINT}}{{#KIND_IS_CONSUMER}}费用纠纷{{/KIND_IS_CONSUMER}}{{#KIND_IS_REPORT}}举报{{/KIND_IS_REPORT}}{{#KIND_IS_HELP}}求助{{/KIND_IS_HELP}}{{#KIND_IS_CONSULT}}咨询{{/KIND_IS_CONSULT}}{{#KIND_IS_ADVICE}}建议{{/KIND_IS_ADVICE}}{{#KIND_IS_EMERGENCY}}紧急情况{{/KIND_IS_EMERGENCY}}</dd><dd class="govuk-summary-list__actions"><button type="submit" class="link-button" name="go" value="change-kind" formaction="/complaint">修改<span class="govuk-visually-hidden">种类</span></button></dd></div>
			<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">机构或地点</dt><dd class="govuk-summary-list__value">{{#IF_FACILITY_NAME}}{{FACILITY_NAME}}{{/IF_FACILITY_NAME}} {{PLACE}}</dd><dd class="govuk-summary-list__actions"><button type="submit" class="link-button" name="go" value="change-facility" formaction="/complaint">修改<span class="govuk-visually-hidden">机构或地点</span></button></dd></div>
			<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">发生了什么</dt><dd class="govuk-summary-list__value"><span class="written">{{STORY:pre_escape}}</span></dd><dd class="govuk-summary-list__actions"><button type="submit" class="link-button" name="go" value="change-story" formaction="/complaint">修改<span class="govuk-visually-hidden">发生了什么</span></button></dd></div>
			<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">希望怎样解决</dt><dd class="govuk-summary-list__value"><span class="written">{{#IF_WISH}}{{WISH:pre_escape}}{{/IF_WISH}}{{#NO_WISH}}<span class="said">未提供</span>{{/NO_WISH}}</span></dd><dd class="govuk-summary-list__actions"><button type="submit" class="link-button" name="go" value="change-story" formaction="/complaint">修改<span class="govuk-visually-hidden">希望怎样解决</span></button></dd></div>
			<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">时间</dt><dd class="govuk-summary-list__value">{{#IF_HAPPENED}}{{HAPPENED:pre_escape}}{{/IF_HAPPENED}}{{#NO_HAPPENED}}<span class="said">未提供</span>{{/NO_HAPPENED}} {{#GOING_ON_IS_YES}}（还在发生）{{/GOING_ON_IS_YES}}{{#GOING_ON_IS_NO}}（已经过去了）{{/GOING_ON_IS_NO}}</dd><dd class="govuk-summary-list__actions"><button type="submit" class="link-button" name="go" value="change-when" formaction="/complaint">修改<span class="govuk-visually-hidden">时间</span></button></dd></div>
			<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">材料</dt><dd class="govuk-summary-list__value">{{#FILES}}<span class="files__file">{{NAME}}（{{SIZE_TEXT}}）</span>{{/FILES}}{{#NO_FILES}}<span class="said">未提供</span>{{/NO_FILES}}</dd><dd class="govuk-summary-list__actions"><button type="submit" class="link-button" name="go" value="change-evidence" formaction="/complaint">修改<span class="govuk-visually-hidden">材料</span></button></dd></div>
			<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">联系方式</dt><dd class="govuk-summary-list__value">{{#ANONYMOUS_IS_1}}匿名{{/ANONYMOUS_IS_1}}{{#ANONYMOUS_IS_0}}{{CONTACT_NAME}} {{CONTACT_PHONE}} {{CONTACT_OTHER}}{{/ANONYMOUS_IS_0}}</dd><dd class="govuk-summary-list__actions"><button type="submit" class="link-button" name="go" value="change-contact" formaction="/complaint">修改<span class="govuk-visually-hidden">联系方式</span></button></dd></div>
		</dl>
		{{#SUGGEST_SPLIT}}
		<div class="govuk-inset-text">
			<p class="govuk-body">您写的内容里，既有要解决的事，又像是发现了违法的情况。按规定这是两件事，期限也不同，分开办更快。</p>
			<div class="govuk-checkboxes">{{>CHECKBOX name="split" id="split" value="1" label="分成两件：一件{{#KIND_IS_CONSUMER}}费用纠纷{{/KIND_IS_CONSUMER}}{{#KIND_IS_COMPLAINT}}投诉{{/KIND_IS_COMPLAINT}}，一件举报，用同一个回执码" chosen="SPLIT_IS_1"}}</div>
		</div>
		{{/SUGGEST_SPLIT}}
		<h2 class="govuk-heading-m">提交前请知道</h2>
		<ul class="govuk-list govuk-list--bullet">
			<li><strong>会留下什么：</strong>上面这些内容、提交的时间和材料。不记录您的网络地址和手机型号。</li>
			<li><strong>谁能看到：</strong>{{DISTRICT_NAME}}办理这件事的工作人员。联系方式另外加密，谁看过都有记录。不会告诉被反映的机构。</li>
			<li><strong>留多久：</strong>办结后保存 {{#IF_KEPT_YEARS}}{{KEPT_YEARS}} 年{{/IF_KEPT_YEARS}}{{#NO_KEPT_YEARS}}到档案规定的期限{{/NO_KEPT_YEARS}}，然后删除。</li>
			{{#IF_REPLY_BY_DAY}}<li><strong>什么时候答复：</strong>最晚 {{REPLY_BY_DAY}}{{#IF_REPLY_PROVISIONAL}}（明年的放假安排还没有公布，到时可能调整）{{/IF_REPLY_PROVISIONAL}}。依据：{{REPLY_SOURCE}}。</li>{{/IF_REPLY_BY_DAY}}
			{{#KIND_IS_EMERGENCY}}<li>紧急情况收到后马上转给值班人员。请同时拨打 110、119 或 120。</li>{{/KIND_IS_EMERGENCY}}
		</ul>
		<div class="trap" aria-hidden="true"><label for="website">请不要填这一栏</label><input class="govuk-input" id="website" name="website" tabindex="-1" autocomplete="off"></div>
		<div data-proof data-challenge="{{CHALLENGE}}" data-working="正在做一个防垃圾信息的小计算，几秒钟就好。" data-done="可以提交了。"><p class="said" role="status" data-proof-status></p></div>
		<div class="govuk-button-group">
			<button type="submit" class="govuk-button" name="go" value="continue">提交</button>
			<button type="submit" class="govuk-button govuk-button--secondary" name="go" value="back" formaction="/complaint">上一步</button>
		</div>
	</form>
</main>
</div>
{{>FOOTER}}
