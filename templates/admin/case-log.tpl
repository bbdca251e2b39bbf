{{%AUTOESCAPE context="HTML"}}
<section aria-labelledby="steps-title"><h2 class="govuk-heading-m" id="steps-title">经过</h2>
{{#STEPS_MORE}}<p class="govuk-body"><a class="govuk-link" href="/cases/{{NUMBER}}?steps={{STEPS_BEFORE:url_query_escape}}#steps-title">更早的经过</a></p>{{/STEPS_MORE}}
<ol class="steps">{{#STEPS}}<li class="steps__step"><time class="said">{{AT}}</time> <strong>{{STATE_NAME}}</strong>{{#IF_WHO_NAME}} <span class="said">{{WHO_NAME}}</span>{{/IF_WHO_NAME}}{{#IF_NOTE}}<p class="written">{{NOTE:pre_escape}} <span class="talk__mark">对方看得到</span></p>{{/IF_NOTE}}{{#IF_REASON}}<p class="written">{{REASON:pre_escape}} <span class="inside__mark">内部</span></p>{{/IF_REASON}}</li>{{/STEPS}}</ol>
{{#STEPS_LATER}}<p class="govuk-body"><a class="govuk-link" href="/cases/{{NUMBER}}#steps-title">最近的经过</a></p>{{/STEPS_LATER}}</section>
