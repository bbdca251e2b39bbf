{{%AUTOESCAPE context="HTML"}}
{{#IF_DUPLICATES_COUNT}}<section aria-labelledby="duplicates-title"><h2 class="govuk-heading-m" id="duplicates-title">可能是同一件事</h2>
<ul class="govuk-list">{{#DUPLICATES}}<li><a class="govuk-link" href="/cases/{{NUMBER}}">{{NUMBER}}</a> 相似 {{PERCENT}}%{{#NO_FITS}}，类别不同，不能合并{{/NO_FITS}} <span class="said">{{RECEIVED_AT}}</span><p class="written short">{{STORY:pre_escape}}</p></li>{{/DUPLICATES}}</ul></section>{{/IF_DUPLICATES_COUNT}}
{{#IF_RELATIVES_COUNT}}<section aria-labelledby="relatives-title"><h2 class="govuk-heading-m" id="relatives-title">相关的件</h2>
<ul class="govuk-list">{{#RELATIVES}}<li><a class="govuk-link" href="/cases/{{NUMBER}}">{{NUMBER}}</a> {{KIND_NAME}}，{{STATE_NAME}} <span class="said">{{#IF_MERGED}}并到这一件{{/IF_MERGED}}{{#NO_MERGED}}同一封信{{/NO_MERGED}}</span></li>{{/RELATIVES}}</ul></section>{{/IF_RELATIVES_COUNT}}
{{#IF_HISTORY_COUNT}}<section aria-labelledby="history-title"><h2 class="govuk-heading-m" id="history-title">这家机构先前的件</h2>
<ul class="govuk-list">{{#HISTORY}}<li><a class="govuk-link" href="/cases/{{NUMBER}}">{{NUMBER}}</a> {{KIND_NAME}}，{{#IF_VERDICT_NAME}}{{VERDICT_NAME}}{{/IF_VERDICT_NAME}}{{#NO_VERDICT_NAME}}{{STATE_NAME}}{{/NO_VERDICT_NAME}} <span class="said">{{RECEIVED_AT}}</span></li>{{/HISTORY}}</ul></section>{{/IF_HISTORY_COUNT}}
