{{%AUTOESCAPE context="HTML"}}
<svg class="flow" viewBox="-2 -2 {{CHART_WIDTH}} {{CHART_HEIGHT}}" role="img" aria-label="流程图，内容与下面的表相同" xmlns="http://www.w3.org/2000/svg">
<defs><marker id="flow-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0 L8 4 L0 8 z"></path></marker></defs>
{{#ARROWS}}<path class="flow__arrow" d="{{PATH}}" marker-end="url(#flow-arrow)"></path>
{{/ARROWS}}{{#BOXES}}<g class="flow__state{{#IF_LIVE}} flow__state--live{{/IF_LIVE}}{{#IF_PASSED}} flow__state--passed{{/IF_PASSED}}"><rect x="{{X}}" y="{{Y}}" width="{{WIDTH}}" height="{{HEIGHT}}" rx="4"></rect><text x="{{TEXT_X}}" y="{{TEXT_Y}}" text-anchor="middle">{{LINE_1}}</text>{{#IF_LINE_2}}<text x="{{TEXT_X}}" y="{{NEXT_Y}}" text-anchor="middle">{{LINE_2}}</text>{{/IF_LINE_2}}</g>
{{/BOXES}}</svg>
{{#HAS_LIVE}}<p class="govuk-hint">深色是现在的环节，浅色是走过的。</p>{{/HAS_LIVE}}
<table class="govuk-table">
<caption class="govuk-table__caption govuk-table__caption--s">各环节由谁办，接下来去哪里</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">环节</th><th scope="col" class="govuk-table__header">接下来</th></tr></thead>
<tbody class="govuk-table__body">{{#FLOW_STATES}}<tr class="govuk-table__row"{{#IS_LIVE}} aria-current="step"{{/IS_LIVE}}><th scope="row" class="govuk-table__header">{{FLOW_STATE_NAME}}<br><span class="flow__turn">{{#IF_TURN_NAME}}{{TURN_NAME}}{{/IF_TURN_NAME}}{{#NO_TURN_NAME}}已结束{{/NO_TURN_NAME}}</span>{{#IS_LIVE}} <strong class="govuk-tag">现在</strong>{{/IS_LIVE}}{{#IS_PASSED}} <span class="flow__turn">· 走过</span>{{/IS_PASSED}}</th><td class="govuk-table__cell"><ul class="govuk-list flow__actions">{{#FLOW_ACTIONS}}<li>{{ACTION_NAME}} → <strong>{{TO_NAME}}</strong> <span class="flow__turn">{{ACTOR_NAME}}</span></li>{{/FLOW_ACTIONS}}</ul></td></tr>
{{/FLOW_STATES}}</tbody></table>
