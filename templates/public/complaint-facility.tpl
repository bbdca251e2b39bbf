{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}是哪一家 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
<script type="module" src="/js/complaint.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	{{>ERROR_SUMMARY more='{{#FACILITY_MISSING}}<li><a href="#q">请选一家机构，或写下在哪里</a></li>{{/FACILITY_MISSING}}{{#FACILITY_MALFORMED}}<li><a href="#q">没有认出这家机构，请重新找一下</a></li>{{/FACILITY_MALFORMED}}{{#Q_MALFORMED}}<li><a href="#q">找的文字里有不能用的字符</a></li>{{/Q_MALFORMED}}{{#Q_OUT_OF_RANGE}}<li><a href="#q">找的文字太长了</a></li>{{/Q_OUT_OF_RANGE}}'}}
	<p class="govuk-caption-m">第 2 步，共 7 步</p>
	<form id="page-form" action="/complaint" method="post" novalidate data-draft>
		{{#CARRIED}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">{{/CARRIED}}
		<input type="hidden" name="step" value="facility">
		<h1 class="govuk-heading-l">是哪一家？</h1>
		{{#IF_FACILITY_NAME}}
		<div class="govuk-inset-text">已选：<strong>{{FACILITY_NAME}}</strong>，{{FACILITY_ADDRESS}}</div>
		{{/IF_FACILITY_NAME}}
		{{#NOT_SEARCHED}}{{#IF_FACILITY_NAME}}<input type="hidden" name="facility" value="{{FACILITY}}">{{/IF_FACILITY_NAME}}{{/NOT_SEARCHED}}
		<div class="govuk-form-group{{#FACILITY_MISSING}} govuk-form-group--error{{/FACILITY_MISSING}}">
			<label class="govuk-label govuk-label--s" for="q">按名称、路名、电话或拼音找</label>
			{{#FACILITY_MISSING}}<p class="govuk-error-message" id="q-error-0"><span class="govuk-visually-hidden">错误：</span>请选一家机构，或写下在哪里</p>{{/FACILITY_MISSING}}
			{{#FACILITY_MALFORMED}}<p class="govuk-error-message" id="q-error-1"><span class="govuk-visually-hidden">错误：</span>没有认出这家机构，请重新找一下</p>{{/FACILITY_MALFORMED}}
			{{#Q_MALFORMED}}<p class="govuk-error-message" id="q-error-4"><span class="govuk-visually-hidden">错误：</span>找的文字里有不能用的字符</p>{{/Q_MALFORMED}}
			{{#Q_OUT_OF_RANGE}}<p class="govuk-error-message" id="q-error-5"><span class="govuk-visually-hidden">错误：</span>找的文字太长了</p>{{/Q_OUT_OF_RANGE}}
			<div class="search-line"><input class="govuk-input" id="q" name="q" type="search" value="{{Q}}" maxlength="60" autocomplete="off" data-enter="search"><button type="submit" class="govuk-button govuk-button--secondary" name="go" value="search" id="search">查找</button></div>
		</div>
		{{#SEARCHED}}
		<fieldset class="govuk-fieldset govuk-form-group">
			<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">请选一家</legend>
			{{#IF_CORRECTED_TO}}<p class="govuk-body" role="status">没有找到“{{CORRECTED_FROM}}”，按“{{CORRECTED_TO}}”查找。</p>{{/IF_CORRECTED_TO}}
			<div class="govuk-radios">
				{{#IF_FACILITY_NAME}}{{#KEEPS_FACILITY}}<div class="govuk-radios__item"><input class="govuk-radios__input" id="facility-kept" name="facility" type="radio" value="{{FACILITY}}" checked><label class="govuk-label govuk-radios__label" for="facility-kept">还是 {{FACILITY_NAME}}<span class="found__address">{{FACILITY_ADDRESS}}</span></label></div>{{/KEEPS_FACILITY}}{{/IF_FACILITY_NAME}}
				{{#FOUND}}<div class="govuk-radios__item"><input class="govuk-radios__input" id="facility-{{CODE}}" name="facility" type="radio" value="{{CODE}}"{{#CHECKED}} checked{{/CHECKED}}><label class="govuk-label govuk-radios__label" for="facility-{{CODE}}">{{NAME}}<span class="found__address">{{ADDRESS}}</span></label></div>
				{{/FOUND}}
			</div>
			{{#PERHAPS_MORE}}<p class="govuk-body">可能还有，只列出前面的。写得具体些，例如加上路名。</p>{{/PERHAPS_MORE}}
			{{#CREDITS}}<p class="said credits">{{NAME}}</p>
			{{/CREDITS}}
		</fieldset>
		{{/SEARCHED}}
		{{#NOT_FOUND}}<p class="govuk-body" role="status">没有找到“{{Q}}”。换个写法，或者在下面写地点。</p>{{/NOT_FOUND}}
		{{>FIELD_TEXT name="place" label="名单上没有？写下叫什么、在哪里" what="地点" size="s" hint="例如：武宁路某小区 3 号楼一楼，门口没有招牌" most="200" | out_of_range="地点要 {{PLACE_LEAST}} 到 {{PLACE_MOST}} 字，现在 {{PLACE_LENGTH}} 字"}}
		<div class="govuk-button-group">
			<button type="submit" class="govuk-button" name="go" value="continue">继续</button>
			<button type="submit" class="govuk-button govuk-button--secondary" name="go" value="back">上一步</button>
		</div>
	</form>
</main>
</div>
{{>FOOTER}}
