{{%AUTOESCAPE context="HTML"}}
{{#DO_REPLY}}
<section class="next" aria-labelledby="reply-title"><h3 class="govuk-heading-s" id="reply-title">答复提交人</h3>
{{>CASE_FORM action="reply" class="act act--out"}}
{{>REPLY_BEGIN form="reply"}}
{{>FIELD_CHOICES name="verdict" id="reply-verdict" set="reply-verdict" of="radios" class="govuk-radios--small" label="结论"}}{{#VERDICT_OPTIONS}}{{>RADIO name="verdict" id="reply-{{CODE}}" value="{{CODE}}" label="{{NAME}}" chosen="IF_CHOSEN"}}{{/VERDICT_OPTIONS}}{{>CHOICES_END}}
{{>FIELD_TEXT name="passed_to" id="reply-passed_to" label="转给哪个单位" size="s" hint="转给、介绍给别的单位时填" most="100" width="20" attributes='autocomplete="off"' | out_of_range="转给哪个单位要 {{PASSED_TO_LEAST}} 到 {{PASSED_TO_MOST}} 字，现在 {{PASSED_TO_LENGTH}} 字"}}
{{>FIELD_TEXTAREA name="text" id="reply-text" label="答复" size="s" hint="提交人用回执码会看到，请用平实的话写清查了什么、结果怎样、怎么处理。{{#IF_MERGED_HERE}}有别的件并到这一件，他们会收到同样的话：请不要写只属于一位提交人的情况。{{/IF_MERGED_HERE}}" most="5,000" rows="8"}}
<button type="submit" class="govuk-button">答复并写下结论</button></form>
</section>
{{/DO_REPLY}}
{{#DO_REVIEW}}
<section class="next" aria-labelledby="review-title"><h3 class="govuk-heading-s" id="review-title">复核结论</h3>
{{>CASE_FORM action="review" class="act act--out"}}
{{>REPLY_BEGIN form="review"}}
{{>FIELD_CHOICES name="verdict" id="review-verdict" set="review-verdict" of="radios" class="govuk-radios--small" label="结论"}}{{#VERDICT_OPTIONS}}{{>RADIO name="verdict" id="review-{{CODE}}" value="{{CODE}}" label="{{NAME}}" chosen="IF_CHOSEN"}}{{/VERDICT_OPTIONS}}{{>CHOICES_END}}
{{>FIELD_TEXT name="passed_to" id="review-passed_to" label="转给哪个单位" size="s" hint="转给、介绍给别的单位时填" most="100" width="20" attributes='autocomplete="off"' | out_of_range="转给哪个单位要 {{PASSED_TO_LEAST}} 到 {{PASSED_TO_MOST}} 字，现在 {{PASSED_TO_LENGTH}} 字"}}
{{>FIELD_TEXTAREA name="text" id="review-text" label="给提交人的复核答复" what="答复" size="s" hint="提交人用回执码会看到，请用平实的话写清查了什么、结果怎样、怎么处理。{{#IF_MERGED_HERE}}有别的件并到这一件，他们会收到同样的话：请不要写只属于一位提交人的情况。{{/IF_MERGED_HERE}}" most="5,000" rows="8"}}
<button type="submit" class="govuk-button">复核完，办结</button></form>
</section>
{{/DO_REVIEW}}
