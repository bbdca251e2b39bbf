{{%AUTOESCAPE context="XML"}}
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{{#URLS}}<sitemap><loc>{{LOC}}</loc>{{#IF_LASTMOD}}<lastmod>{{LASTMOD}}</lastmod>{{/IF_LASTMOD}}</sitemap>
{{/URLS}}</sitemapindex>
