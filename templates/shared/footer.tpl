{{%AUTOESCAPE context="HTML"}}
<footer class="site-footer">
	<div class="govuk-width-container">
		<nav aria-label="页脚">
			<ul class="site-footer__links">
				<li><a href="/complaint">投诉、举报和建议</a></li>
				<li><a href="/receipt">用回执码看进展</a></li>
				<li><a href="/disclosures">查处公示</a></li>
				<li><a href="/accessibility">无障碍</a></li>
				<li><a href="/privacy">隐私</a></li>
				<li><a href="/open-data">开放数据</a></li>
				<li><a href="/site-map">网站地图</a></li>
			</ul>
		</nav>
		<p>{{#IF_PUBLISHED_ON}}数据截至 <time>{{PUBLISHED_ON}}</time>。{{/IF_PUBLISHED_ON}}{{#IF_DISTRICT_PHONE}}咨询电话 <a href="tel:{{DISTRICT_PHONE_DIALED}}">{{DISTRICT_PHONE}}</a>。{{/IF_DISTRICT_PHONE}}</p>
		{{#IF_HOST_NAME}}<p>主办：{{HOST_NAME}}</p>{{/IF_HOST_NAME}}
		<p class="site-footer__numbers">
			{{#IF_SITE_CODE}}<span>网站标识码 {{SITE_CODE}}</span>{{/IF_SITE_CODE}}
			{{#IF_ICP_NUMBER}}<span>{{ICP_NUMBER}}</span>{{/IF_ICP_NUMBER}}
			{{#IF_POLICE_NUMBER}}<span>{{POLICE_NUMBER}}</span>{{/IF_POLICE_NUMBER}}
		</p>
	</div>
</footer>
</body>
</html>
