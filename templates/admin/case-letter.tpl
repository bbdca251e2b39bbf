{{%AUTOESCAPE context="HTML"}}
<section aria-labelledby="letter-title"><h2 class="govuk-heading-m" id="letter-title">来信</h2>
<p class="written letter">{{STORY:pre_escape}}</p>
<dl class="case__facts">
{{#IF_WISH}}<div><dt>希望</dt><dd class="written">{{WISH:pre_escape}}</dd></div>{{/IF_WISH}}
{{#IF_HAPPENED}}<div><dt>什么时候</dt><dd>{{HAPPENED}}</dd></div>{{/IF_HAPPENED}}
{{#GOING_ON_YES}}<div><dt>还在发生</dt><dd>是</dd></div>{{/GOING_ON_YES}}{{#GOING_ON_NO}}<div><dt>还在发生</dt><dd>否</dd></div>{{/GOING_ON_NO}}{{#GOING_ON_UNKNOWN}}<div><dt>还在发生</dt><dd>不清楚</dd></div>{{/GOING_ON_UNKNOWN}}
{{#IF_PLACE}}<div><dt>地方</dt><dd>{{PLACE}}</dd></div>{{/IF_PLACE}}
{{#IF_SAID_KIND_NAME}}<div><dt>提交人选的种类</dt><dd>{{SAID_KIND_NAME}}</dd></div>{{/IF_SAID_KIND_NAME}}
{{#IF_REPLY_BY_NAME}}<div><dt>怎么看答复</dt><dd>{{REPLY_BY_NAME}}</dd></div>{{/IF_REPLY_BY_NAME}}
</dl>
{{#DO_IDENTITY}}<details class="govuk-details fold"{{#REASON_MISSING}} open{{/REASON_MISSING}}{{#REASON_OUT_OF_RANGE}} open{{/REASON_OUT_OF_RANGE}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">查看提交人的联系方式</span></summary><div class="govuk-details__text">
{{>CASE_FORM action="identity"}}
<p class="govuk-body">每次查看都记入审计。不得透露给被反映的单位和无关的人{{#IF_SECRET_SOURCE}}（{{SECRET_SOURCE}}）{{/IF_SECRET_SOURCE}}。</p>
{{>FIELD_TEXT name="reason" id="identity-reason" label="为什么要看" what="理由" size="s" hint="例如：打电话核实情况" most="200" width="20" attributes='autocomplete="off"'}}
<button type="submit" class="govuk-button govuk-button--secondary">查看</button></form>
</div></details>{{/DO_IDENTITY}}
</section>
{{#IF_FILES_COUNT}}<section aria-labelledby="files-title"><h2 class="govuk-heading-m" id="files-title">证据（{{FILES_COUNT}} 份）</h2>
{{#FILES_MORE}}<p class="said">只列前 100 份。</p>{{/FILES_MORE}}<ul class="govuk-list files">{{#FILES}}<li>{{#IF_HAS_PREVIEW}}<details class="govuk-details fold"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">第 {{POSITION}} 份：{{DECLARED}}，{{KILOBYTES}} KB</span></summary><div class="govuk-details__text"><a href="/cases/{{NUMBER}}/files/{{POSITION}}"><img class="files__picture" loading="lazy" src="/cases/{{NUMBER}}/files/{{POSITION}}" alt="第 {{POSITION}} 份证据的预览：{{DECLARED}}"></a></div></details>{{/IF_HAS_PREVIEW}}{{#NO_HAS_PREVIEW}}第 {{POSITION}} 份：{{DECLARED}}，{{KILOBYTES}} KB，{{#PREVIEW_WAITING}}预览正在做{{/PREVIEW_WAITING}}{{#PREVIEW_NONE}}做不了预览（{{TYPE}}）{{/PREVIEW_NONE}}{{#PREVIEW_MISSING}}原件没有收到{{/PREVIEW_MISSING}}{{/NO_HAS_PREVIEW}}{{#IF_MESSAGE}}<span class="said">随第 {{MESSAGE}} 条留言</span>{{/IF_MESSAGE}}{{#IF_DIFFERS}}
<p class="govuk-inset-text">收到的内容与填报时的校验值不同，用作证据前请核对。<br>填报时：{{#IF_DECLARED_TYPE}}{{DECLARED_TYPE}}，{{/IF_DECLARED_TYPE}}{{#IF_DECLARED_SIZE}}{{DECLARED_SIZE}} 字节，{{/IF_DECLARED_SIZE}}SHA-256 <span class="code">{{DECLARED_SHA256}}</span><br>收到的：{{TYPE}}，{{SIZE}} 字节，SHA-256 <span class="code">{{SHA256}}</span></p>{{/IF_DIFFERS}}</li>{{/FILES}}</ul>
<p class="said">看预览会记入审计。原件一直密封；需要原件的，请保管密钥的人用命令 shanyu case file {{NUMBER}} 取出。</p></section>{{/IF_FILES_COUNT}}
