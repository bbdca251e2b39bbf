{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>选出发点 - {{DISTRICT_NAME}}善育</title>
<meta name="description" content="输入小区、居委、地址或机构名称，看离它近的托育机构。">
{{>HEADER}}
<div class="govuk-width-container">
<nav aria-label="返回"><a href="/facilities" class="govuk-back-link" data-back>返回名单</a></nav>
<main class="govuk-main-wrapper" id="main" tabindex="-1">
	{{>ERROR_SUMMARY title="有一处要改一下" more='{{#KEEP_OUT_OF_RANGE}}<li><a href="/locate">带来的条件太长，不带条件重新选</a></li>{{/KEEP_OUT_OF_RANGE}}{{#KEEP_MALFORMED}}<li><a href="/locate">带来的条件无法识别，不带条件重新选</a></li>{{/KEEP_MALFORMED}}'}}
	<form id="locate-form" action="/locate" method="get" role="search" aria-label="选出发点" class="locate">
		{{#IF_KEEP}}<input type="hidden" name="keep" value="{{KEEP}}">{{/IF_KEEP}}
		{{>FIELD_TEXT name="place" label="从哪里出发？" size="l" heading="yes" hint="小区、居委、路名、地铁站、地址或机构名称都可以" type="search" attributes='maxlength="60"' | out_of_range="最多写 60 个字，只写路名或小区名就可以" malformed="文字里有不能用的字符，请重新输入"}}
		<button type="submit" class="govuk-button" data-module="govuk-button">查找</button>
	</form>
	<p class="govuk-body" data-locate-part hidden><button type="button" class="govuk-button govuk-button--secondary" data-locate="/facilities{{#IF_KEEP}}?{{KEEP}}{{/IF_KEEP}}">用我的位置</button></p>
	<p class="govuk-body" data-locate-status data-asking="正在测位置，浏览器会先问您是否同意。" data-denied="没有得到位置的许可。可以改用输入出发点。" data-failed="暂时测不到位置。请再试一次，或改用输入出发点。" role="status"></p>
	{{#NOT_FOUND}}
	<h2 class="govuk-heading-m">没有找到“{{PLACE}}”</h2>
	<p class="govuk-body">换一个写法试试：只写路名或小区名，不写门牌号。也可以直接选街镇。</p>
	{{/NOT_FOUND}}
	{{#SEARCHED}}
	{{#IF_CORRECTED_TO}}<p class="govuk-body">没有找到“{{CORRECTED_FROM}}”，按“{{CORRECTED_TO}}”查找。</p>{{/IF_CORRECTED_TO}}
	{{#IF_PLACES}}
	<h2 class="govuk-heading-s">地点</h2>
	<ul class="doors doors--single">
		{{#PLACES}}<li><a class="doors__link" href="{{URL}}"><span>{{NAME}}</span><span class="doors__count">{{KIND_NAME}}{{#IF_IN_STREET}}，{{IN_STREET}}{{/IF_IN_STREET}}</span></a></li>
		{{/PLACES}}
	</ul>
	{{/IF_PLACES}}
	{{#IF_FACILITIES}}
	<h2 class="govuk-heading-s">机构</h2>
	<ul class="doors doors--single">
		{{#FACILITIES}}<li><a class="doors__link" href="{{URL}}"><span>{{NAME}}</span><span class="doors__count">{{ADDRESS}}</span></a></li>
		{{/FACILITIES}}
	</ul>
	{{/IF_FACILITIES}}
	{{/SEARCHED}}
	{{#IF_STREETS}}
	<h2 class="govuk-heading-s">街镇</h2>
	<ul class="doors">
		{{#STREETS}}<li><a class="doors__link" href="{{URL}}"><span>{{NAME}}</span></a></li>
		{{/STREETS}}
	</ul>
	{{/IF_STREETS}}
	<p class="said">选好以后，名单会按离它的远近排列。距离是直线距离，步行时间是估算的，名单上写明怎么算的。</p>
	{{#CREDITS}}<p class="said credits">{{NAME}}</p>
	{{/CREDITS}}
</main>
</div>
{{>FOOTER}}
