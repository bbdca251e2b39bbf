{{%AUTOESCAPE context="HTML"}}
User-agent: *
Disallow: /compare
Disallow: /locate
Disallow: /text-size
Sitemap: {{BASE_URL}}/sitemap.xml
