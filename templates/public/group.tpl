{{%AUTOESCAPE context="HTML"}}
</ol>
{{>GROUP_HEADING}}
<ol class="listings">
