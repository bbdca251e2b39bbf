{{%AUTOESCAPE context="HTML"}}
{{#NO_CARE}}<p>不收托，提供育儿指导和活动</p>{{/NO_CARE}}
{{#CARE}}<p>
{{>OFFER_VACANCY}}
</p>
<p>收托：{{#IF_AGE_TO_MONTHS}}{{AGE_FROM_MONTHS}} 个月到不满 {{AGE_TO_MONTHS}} 个月{{/IF_AGE_TO_MONTHS}}{{#NO_AGE_TO_MONTHS}}年龄未公布{{/NO_AGE_TO_MONTHS}}{{#IF_MODE_NAMES}}，{{MODE_NAMES}}{{/IF_MODE_NAMES}}</p>
<p>费用：{{#IF_INCLUSIVE}}普惠，{{/IF_INCLUSIVE}}{{>OFFER_FEE}}</p>{{/CARE}}
<p>{{KIND_NAME}}，{{FILING_STATE_NAME}}</p>
<p>{{STREET_NAME}}，{{ADDRESS}}</p>
{{#IF_PHONE}}<p>电话 {{PHONE}}</p>{{/IF_PHONE}}
