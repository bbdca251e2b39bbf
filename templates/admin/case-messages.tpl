{{%AUTOESCAPE context="HTML"}}
<section class="talk" aria-labelledby="talk-title"><h2 class="govuk-heading-m" id="talk-title">与提交人的往来 <span class="talk__mark">对方看得到</span></h2>
{{#IF_MESSAGES_COUNT}}<ol class="talk__list">{{#MESSAGES}}<li class="talk__one{{#NO_FROM_REPORTER}} talk__one--ours{{/NO_FROM_REPORTER}}"><p class="said">{{AT}} {{#IF_FROM_REPORTER}}提交人{{/IF_FROM_REPORTER}}{{#NO_FROM_REPORTER}}我们，{{WHO_NAME}}{{/NO_FROM_REPORTER}}</p><p class="written">{{TEXT:pre_escape}}</p></li>{{/MESSAGES}}</ol>{{/IF_MESSAGES_COUNT}}
{{#NO_MESSAGES_COUNT}}<p class="govuk-body">还没有留言。</p>{{/NO_MESSAGES_COUNT}}
{{#IF_UNREAD}}<form action="/cases/{{NUMBER}}/seen" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}"><button type="submit" class="plain">新留言看过了，不用回</button></form>{{/IF_UNREAD}}
{{#DO_MESSAGE}}
<details class="govuk-details fold"{{#OPEN}} open{{/OPEN}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">给提交人写信</span></summary><div class="govuk-details__text">
<form action="/cases/{{NUMBER}}/message" method="post" class="act act--out" id="message" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
{{#IF_REPLY_TEMPLATES_COUNT}}<input type="hidden" name="number" value="{{NUMBER}}"><div class="begin"><label class="govuk-label" for="message-template">从常用文字开始</label><span class="begin__row"><select class="govuk-select" id="message-template" name="template">{{#REPLY_TEMPLATES}}<option value="{{CODE}}">{{TITLE}}</option>{{/REPLY_TEMPLATES}}</select><button type="submit" class="govuk-button govuk-button--secondary" formaction="/cases/begin#message" name="form" value="message">填入</button></span></div>
{{/IF_REPLY_TEMPLATES_COUNT}}{{#BEGUN}}<p class="govuk-inset-text" role="status">常用文字填好了，还没有发出。请看一遍，改好再发。</p>{{/BEGUN}}{{#BEGUN_AFTER}}<p class="govuk-inset-text" role="status">常用文字接在您写的后面了，您写的都在，还没有发出。请看一遍，改好再发。</p>{{/BEGUN_AFTER}}{{#BEGUN_NOT}}<p class="govuk-inset-text" role="status">没有找到这段常用文字，什么也没有填；您写的都在。</p>{{/BEGUN_NOT}}
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="message-text">给提交人的信</label><div class="govuk-hint" id="message-text-hint">提交人用回执码会看到</div>{{#TEXT_MISSING}}<p class="govuk-error-message" id="message-text-error">请填写内容</p>{{/TEXT_MISSING}}{{#TEXT_OUT_OF_RANGE}}<p class="govuk-error-message">内容太长或太短</p>{{/TEXT_OUT_OF_RANGE}}{{#TEXT_MALFORMED}}<p class="govuk-error-message">内容里有不能用的字符</p>{{/TEXT_MALFORMED}}<textarea class="govuk-textarea" id="message-text" name="text" rows="5" maxlength="5000" aria-describedby="message-text-hint">{{TEXT:pre_escape}}</textarea></div>
<button type="submit" class="govuk-button">发给提交人</button></form>
</div></details>
{{/DO_MESSAGE}}
</section>
