{{%AUTOESCAPE context="XML"}}
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{SIZE}} {{SIZE}}" width="240" height="240" shape-rendering="crispEdges" role="img" aria-label="{{#IF_NAME}}{{NAME}}{{/IF_NAME}}{{#NO_NAME}}本页{{/NO_NAME}}的二维码">
<title>{{#IF_NAME}}{{NAME}}{{/IF_NAME}}{{#NO_NAME}}本页{{/NO_NAME}}的二维码</title>
<rect width="{{SIZE}}" height="{{SIZE}}" fill="#ffffff"/>
<path d="{{PATH}}" fill="#000000"/>
</svg>
