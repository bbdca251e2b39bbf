{{%AUTOESCAPE context="XML"}}
<svg xmlns="http://www.w3.org/2000/svg" width="{{MAP_WIDTH}}" height="{{MAP_HEIGHT}}" viewBox="0 0 {{MAP_WIDTH}} {{MAP_HEIGHT}}" role="img" aria-label="{{DISTRICT_NAME}}示意图">
<title>{{DISTRICT_NAME}}示意图</title>
<path d="{{DISTRICT_PATH}}" fill="#f1f5f3" stroke="#5f7a73" stroke-width="5" stroke-linejoin="round"/>
<g fill="none" stroke="#9fb3ad" stroke-width="2.5" stroke-linejoin="round">
{{#STREETS}}<path d="{{PATH}}"/>
{{/STREETS}}</g>
<g fill="#4a5754" stroke="#f1f5f3" stroke-width="9" stroke-linejoin="round" paint-order="stroke" font-family="PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif" font-size="36" text-anchor="middle">
{{#STREETS}}<text x="{{LABEL_X}}" y="{{LABEL_Y}}">{{NAME}}</text>
{{/STREETS}}</g>
<text x="14" y="42" fill="#3d4a46" font-family="PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif" font-size="38">示意图</text>
</svg>
