{{%AUTOESCAPE context="HTML"}}
<section class="talk" aria-labelledby="talk-title"><h2 class="govuk-heading-m" id="talk-title">与提交人的往来 <span class="talk__mark">对方看得到</span></h2>
{{#MESSAGES_MORE}}<p class="govuk-body"><a class="govuk-link" href="/cases/{{NUMBER}}?messages={{MESSAGES_BEFORE:url_query_escape}}#talk-title">更早的往来</a></p>{{/MESSAGES_MORE}}
{{#IF_MESSAGES_COUNT}}<ol class="talk__list">{{#MESSAGES}}<li class="talk__one{{#NO_FROM_REPORTER}} talk__one--ours{{/NO_FROM_REPORTER}}"><p class="said">{{AT}} {{#IF_FROM_REPORTER}}提交人{{/IF_FROM_REPORTER}}{{#NO_FROM_REPORTER}}我们，{{WHO_NAME}}{{/NO_FROM_REPORTER}}</p><p class="written">{{TEXT:pre_escape}}</p></li>{{/MESSAGES}}</ol>{{/IF_MESSAGES_COUNT}}
{{#MESSAGES_LATER}}<p class="govuk-body"><a class="govuk-link" href="/cases/{{NUMBER}}#talk-title">最近的往来</a></p>{{/MESSAGES_LATER}}
{{#NO_MESSAGES_COUNT}}<p class="govuk-body">还没有留言。</p>{{/NO_MESSAGES_COUNT}}
{{#IF_UNREAD}}<form action="/cases/{{NUMBER}}/seen" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}"><button type="submit" class="plain">新留言看过了，不用回</button></form>{{/IF_UNREAD}}
{{#DO_MESSAGE}}
<details class="govuk-details fold"{{#OPEN}} open{{/OPEN}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">给提交人写信</span></summary><div class="govuk-details__text">
{{>CASE_FORM action="message" class="act act--out"}}
{{>REPLY_BEGIN form="message"}}
{{>FIELD_TEXTAREA name="text" id="message-text" label="给提交人的信" size="s" hint="提交人用回执码会看到" most="5,000" rows="5"}}
<button type="submit" class="govuk-button">发给提交人</button></form>
</div></details>
{{/DO_MESSAGE}}
</section>
