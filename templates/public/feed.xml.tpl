{{%AUTOESCAPE context="XML"}}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>{{SELF_URL}}</id>
<title>{{TITLE}}</title>
<updated>{{UPDATED}}</updated>
<author><name>{{DISTRICT_NAME}}善育</name></author>
<link rel="self" type="application/atom+xml" href="{{SELF_URL}}"/>
<link rel="alternate" type="text/html" href="{{LIST_URL}}"/>
{{#ENTRIES}}<entry>
<id>{{ENTRY_ID}}</id>
<title>{{TITLE}}</title>
<updated>{{UPDATED}}</updated>
{{#IF_SINCE}}<published>{{SINCE}}</published>
{{/IF_SINCE}}<link rel="alternate" type="text/html" href="{{URL}}"/>
<content type="html">{{CONTENT}}</content>
</entry>
{{/ENTRIES}}</feed>
