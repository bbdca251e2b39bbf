{{%AUTOESCAPE context="HTML"}}
{{#AGE_IN_WORDS}}{{AGE_FROM_WORDS}}到{{AGE_TO_WORDS}} <span class="months">{{/AGE_IN_WORDS}}{{AGE_FROM_MONTHS}} 个月到不满 {{AGE_TO_MONTHS}} 个月{{#AGE_IN_WORDS}}</span>{{/AGE_IN_WORDS}}
