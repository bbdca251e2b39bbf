{{%AUTOESCAPE context="XML"}}
<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
<rect width="1200" height="630" fill="#f1f6f4"/>
<rect width="1200" height="24" fill="#0f6657"/>
<g font-family="Noto Sans CJK SC, WenQuanYi Micro Hei, sans-serif" fill="#1a2321">
<text x="80" y="130" font-size="44" font-weight="700" fill="#0f6657">{{DISTRICT_NAME}}善育</text>
<text x="80" y="270" font-size="76" font-weight="700">{{NAME_LINE}}</text>
<text x="80" y="365" font-size="76" font-weight="700">{{NEXT_LINE}}</text>
<text x="80" y="460" font-size="44">{{KIND_NAME}}{{#IF_INCLUSIVE}} · 普惠{{/IF_INCLUSIVE}} · {{FILING_STATE_NAME}}</text>
<text x="80" y="530" font-size="44" fill="#4a5754">{{STREET_NAME}}</text>
{{#IF_DEMO}}<text x="80" y="590" font-size="32" fill="#4a5754">演示数据</text>{{/IF_DEMO}}
</g>
</svg>
