{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>在地图上看 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
{{>HEADER}}
<div class="govuk-width-container">
<nav aria-label="返回"><a href="{{LIST_URL}}" class="govuk-back-link">返回名单</a></nav>
<main class="govuk-main-wrapper map-page" id="main" tabindex="-1">
	<h1 class="govuk-heading-l">在地图上看</h1>
	<p class="said">数字就是名单里的序号，按一下看机构。{{#START}}标“起”的是出发点（{{#IF_PLACE_NAME}}{{PLACE_NAME}}{{/IF_PLACE_NAME}}{{#NO_PLACE_NAME}}所选位置{{/NO_PLACE_NAME}}）。{{/START}}地图仅为示意{{#NO_WATERS}}，没有画河流和湖泊，地名资料里没有{{/NO_WATERS}}；挨得太近的移开了一点，用线连着。</p>
	<svg class="map" viewBox="0 0 {{PICTURE_WIDTH}} {{PICTURE_HEIGHT}}" role="group" aria-label="示意图">
		<image href="/map.svg?scale={{SCALE:url_query_escape}}" x="{{DRAWING_X}}" y="{{DRAWING_Y}}" width="{{DRAWING_WIDTH}}" height="{{DRAWING_HEIGHT}}"></image>
		{{#DOTS}}<path class="map__lead" d="M{{PLACE_X}} {{PLACE_Y}}L{{X}} {{Y}}"></path>
		{{/DOTS}}
		{{#START}}<g class="map__start"><path d="M{{X}} {{TOP}}l{{RADIUS}} {{RADIUS}}-{{RADIUS}} {{RADIUS}}-{{RADIUS}}-{{RADIUS}}z"></path><text class="map__begin" x="{{X}}" y="{{Y}}" dy="{{DROP}}">起</text></g>
		{{/START}}
		{{#NAMES}}<text class="map__name{{#IS_STREET}} map__name--street{{/IS_STREET}}{{#IS_STATION}} map__name--station{{/IS_STATION}}" x="{{X}}" y="{{Y}}">{{NAME}}</text>
		{{/NAMES}}
		{{#DOTS}}<a class="map__dot" href="{{URL}}" data-code="{{CODE}}"><title>{{NAME}}</title><circle cx="{{X}}" cy="{{Y}}" r="{{RADIUS}}"></circle><text x="{{X}}" y="{{Y}}" dy="{{DROP}}">{{NUMBER}}</text></a>
		{{/DOTS}}
	</svg>
	{{#CREDITS}}<p class="said credits">{{NAME}}</p>
	{{/CREDITS}}
</main>
</div>
{{>FOOTER}}
