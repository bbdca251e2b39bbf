{{%AUTOESCAPE context="HTML"}}
<section aria-labelledby="letter-title"><h2 class="govuk-heading-m" id="letter-title">来信</h2>
<p class="written letter">{{STORY:pre_escape}}</p>
<dl class="case__facts">
{{#IF_WISH}}<div><dt>希望</dt><dd class="written">{{WISH:pre_escape}}</dd></div>{{/IF_WISH}}
{{#IF_HAPPENED}}<div><dt>什么时候</dt><dd>{{HAPPENED}}</dd></div>{{/IF_HAPPENED}}
{{#GOING_ON_YES}}<div><dt>还在发生</dt><dd>是</dd></div>{{/GOING_ON_YES}}{{#GOING_ON_NO}}<div><dt>还在发生</dt><dd>否</dd></div>{{/GOING_ON_NO}}{{#GOING_ON_UNKNOWN}}<div><dt>还在发生</dt><dd>不清楚</dd></div>{{/GOING_ON_UNKNOWN}}
{{#IF_PLACE}}<div><dt>地方</dt><dd>{{PLACE}}</dd></div>{{/IF_PLACE}}
</dl>
{{#DO_IDENTITY}}<details class="govuk-details fold"{{#REASON_MISSING}} open{{/REASON_MISSING}}{{#REASON_OUT_OF_RANGE}} open{{/REASON_OUT_OF_RANGE}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">查看提交人的联系方式</span></summary><div class="govuk-details__text">
<form action="/cases/{{NUMBER}}/identity" method="post" class="act" id="identity" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="revision" value="{{REVISION}}">
<p class="govuk-body">每次查看都记入审计。不得透露给被反映的单位和无关的人（投诉举报处理暂行办法第三十三条）。</p><div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="identity-reason">为什么要看</label><div class="govuk-hint" id="identity-reason-hint">例如：打电话核实情况</div>{{#REASON_MISSING}}<p class="govuk-error-message" id="identity-reason-error">请填写理由</p>{{/REASON_MISSING}}{{#REASON_OUT_OF_RANGE}}<p class="govuk-error-message">理由太长或太短</p>{{/REASON_OUT_OF_RANGE}}{{#REASON_MALFORMED}}<p class="govuk-error-message">理由里有不能用的字符</p>{{/REASON_MALFORMED}}<input class="govuk-input govuk-input--width-20" id="identity-reason" name="reason" type="text" maxlength="200" autocomplete="off" aria-describedby="identity-reason-hint" value="{{REASON}}"></div>
<button type="submit" class="govuk-button govuk-button--secondary">查看</button></form>
</div></details>{{/DO_IDENTITY}}
</section>
{{#IF_FILES_COUNT}}<section aria-labelledby="files-title"><h2 class="govuk-heading-m" id="files-title">证据（{{FILES_COUNT}} 份）</h2>
<ul class="govuk-list files">{{#FILES}}<li>{{#IF_HAS_PREVIEW}}<details class="govuk-details fold"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">第 {{POSITION}} 份：{{DECLARED}}，{{KILOBYTES}} KB</span></summary><div class="govuk-details__text"><a href="/cases/{{NUMBER}}/files/{{POSITION}}"><img class="files__picture" loading="lazy" src="/cases/{{NUMBER}}/files/{{POSITION}}" alt="第 {{POSITION}} 份证据的预览：{{DECLARED}}"></a></div></details>{{/IF_HAS_PREVIEW}}{{#NO_HAS_PREVIEW}}第 {{POSITION}} 份：{{DECLARED}}，{{KILOBYTES}} KB，{{#PREVIEW_WAITING}}预览正在做{{/PREVIEW_WAITING}}{{#PREVIEW_NONE}}做不了预览（{{TYPE}}）{{/PREVIEW_NONE}}{{#PREVIEW_MISSING}}原件没有收到{{/PREVIEW_MISSING}}{{/NO_HAS_PREVIEW}}{{#IF_MESSAGE}}<span class="said">随第 {{MESSAGE}} 条留言</span>{{/IF_MESSAGE}}</li>{{/FILES}}</ul>
<p class="said">看预览会记入审计。原件一直密封；需要原件的，请保管密钥的人用命令 shanyu case file {{NUMBER}} 取出。</p></section>{{/IF_FILES_COUNT}}
