{{%AUTOESCAPE context="HTML"}}
{{#IF_FINDINGS_COUNT}}<section aria-labelledby="findings-title"><h2 class="govuk-heading-m" id="findings-title">结论</h2>
{{#FINDINGS}}<article class="finding"><p class="finding__verdict"><strong>{{VERDICT_NAME}}</strong>{{#IF_PASSED_TO}}：{{PASSED_TO}}{{/IF_PASSED_TO}} <span class="said">{{MADE_AT}} {{MADE_BY_NAME}}</span></p><p class="written">{{TEXT:pre_escape}}</p></article>{{/FINDINGS}}
{{#DISCLOSURES}}<p class="govuk-body">结果公示：<a class="govuk-link" href="/outcomes/{{CODE}}">{{STATE_NAME}}</a>{{#IF_STANDING}} <strong class="govuk-tag tag-stale">正在复核</strong> 公开的页面上已经标明。{{/IF_STANDING}}</p>{{/DISCLOSURES}}
{{#RATINGS}}<p class="govuk-body">提交人 {{AT}} 说：<strong>{{#IF_SOLVED}}解决了{{/IF_SOLVED}}{{#NO_SOLVED}}没有解决{{/NO_SOLVED}}</strong>{{#IF_STARS}}，{{STARS}} 星{{/IF_STARS}}{{#IF_TEXT}}：{{TEXT}}{{/IF_TEXT}}</p>{{/RATINGS}}</section>{{/IF_FINDINGS_COUNT}}
