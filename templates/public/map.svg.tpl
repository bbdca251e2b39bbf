{{%AUTOESCAPE context="XML"}}
<svg xmlns="http://www.w3.org/2000/svg" width="{{MAP_WIDTH}}" height="{{MAP_HEIGHT}}" viewBox="-{{AROUND}} -{{AROUND}} {{MAP_WIDTH}} {{MAP_HEIGHT}}" role="img" aria-label="{{DISTRICT_NAME}}示意图">
<title>{{DISTRICT_NAME}}示意图</title>
<path d="{{DISTRICT_PATH}}" fill="#f3f6f1" stroke="#5f7a73" stroke-width="{{#SCALE_DISTRICT}}4{{/SCALE_DISTRICT}}{{#SCALE_STREETS}}1.6{{/SCALE_STREETS}}{{#SCALE_HOUSES}}0.6{{/SCALE_HOUSES}}" stroke-linejoin="round"/>
<g fill="#bcd9ea" stroke="none">
{{#WATERS}}<path d="{{PATH}}"/>
{{/WATERS}}</g>
<g fill="none" stroke="#bcd9ea" stroke-linejoin="round" stroke-linecap="round" stroke-width="{{#SCALE_DISTRICT}}5{{/SCALE_DISTRICT}}{{#SCALE_STREETS}}3{{/SCALE_STREETS}}{{#SCALE_HOUSES}}1.5{{/SCALE_HOUSES}}">
{{#BROOKS}}<path d="{{PATH}}"/>
{{/BROOKS}}</g>
<g fill="none" stroke="#b9c6c0" stroke-dasharray="{{#SCALE_DISTRICT}}9 6{{/SCALE_DISTRICT}}{{#SCALE_STREETS}}4 3{{/SCALE_STREETS}}{{#SCALE_HOUSES}}1.6 1.2{{/SCALE_HOUSES}}" stroke-width="{{#SCALE_DISTRICT}}2{{/SCALE_DISTRICT}}{{#SCALE_STREETS}}1{{/SCALE_STREETS}}{{#SCALE_HOUSES}}0.4{{/SCALE_HOUSES}}" stroke-linejoin="round">
{{#STREETS}}<path d="{{PATH}}"/>
{{/STREETS}}</g>
<g fill="none" stroke="#d8cdb4" stroke-linejoin="round" stroke-linecap="round" stroke-width="{{#SCALE_DISTRICT}}4{{/SCALE_DISTRICT}}{{#SCALE_STREETS}}3{{/SCALE_STREETS}}{{#SCALE_HOUSES}}1.6{{/SCALE_HOUSES}}">
{{#ROADS}}<path d="{{PATH}}"/>
{{/ROADS}}</g>
<g fill="none" stroke="#8aa7c7" stroke-linejoin="round" stroke-width="{{#SCALE_DISTRICT}}4{{/SCALE_DISTRICT}}{{#SCALE_STREETS}}2{{/SCALE_STREETS}}{{#SCALE_HOUSES}}0.9{{/SCALE_HOUSES}}">
{{#RAILS}}<path d="{{PATH}}"/>
{{/RAILS}}</g>
<g fill="#fff" stroke="#4f7299" stroke-width="{{#SCALE_DISTRICT}}2.5{{/SCALE_DISTRICT}}{{#SCALE_STREETS}}1.2{{/SCALE_STREETS}}{{#SCALE_HOUSES}}0.5{{/SCALE_HOUSES}}">
{{#STATIONS}}<circle cx="{{X}}" cy="{{Y}}" r="{{#SCALE_DISTRICT}}6{{/SCALE_DISTRICT}}{{#SCALE_STREETS}}3{{/SCALE_STREETS}}{{#SCALE_HOUSES}}1.3{{/SCALE_HOUSES}}"/>
{{/STATIONS}}</g>
<g fill="#37433f" font-size="22" text-anchor="end">
{{#CREDITS}}<text x="1230" y="{{CREDIT_Y}}">{{NAME}}</text>
{{/CREDITS}}</g>
</svg>
