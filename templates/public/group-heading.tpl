{{%AUTOESCAPE context="HTML"}}
{{#GROUP_NOT_UP_TO_DATE}}<h2 class="govuk-heading-s found__group">有些信息没有及时更新，请先打电话问</h2>{{/GROUP_NOT_UP_TO_DATE}}{{#GROUP_WITHOUT_CARE}}<h2 class="govuk-heading-s found__group">不收托，提供育儿指导和活动</h2>{{/GROUP_WITHOUT_CARE}}
