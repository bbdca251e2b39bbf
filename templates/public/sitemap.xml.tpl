{{%AUTOESCAPE context="XML"}}
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{{#URLS}}<url><loc>{{LOC}}</loc>{{#IF_LASTMOD}}<lastmod>{{LASTMOD}}</lastmod>{{/IF_LASTMOD}}</url>
{{/URLS}}</urlset>
