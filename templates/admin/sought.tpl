{{%AUTOESCAPE context="HTML"}}
	{{#NO_EDITION}}<p class="govuk-body sought" role="status">公示的机构名单现在读不到，只按件里的文字和登记的机构名称找。错字、拼音、电话、地址和机构编号这时可能找不到。</p>{{/NO_EDITION}}
	{{#IF_CORRECTED_TO}}<p class="govuk-body sought" role="status">没有找到“{{CORRECTED_FROM}}”，按“{{CORRECTED_TO}}”查找。</p>{{/IF_CORRECTED_TO}}
	{{#IF_FACILITIES_MEANT}}<p class="govuk-body sought">{{#IF_NEAREST_TO}}没有写到“{{NEAREST_TO}}”的，也没有机构在那里，列出离那里最近的机构的：{{/IF_NEAREST_TO}}{{#NO_NEAREST_TO}}也找了这些机构：{{/NO_NEAREST_TO}}{{#MEANT_FACILITIES}}<a class="govuk-link" href="{{URL}}">{{NAME}}</a> {{/MEANT_FACILITIES}}{{#IF_MORE_FACILITIES}}等 {{MORE_FACILITIES}} 家{{/IF_MORE_FACILITIES}}</p>{{/IF_FACILITIES_MEANT}}
