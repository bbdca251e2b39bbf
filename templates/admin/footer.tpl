{{%AUTOESCAPE context="HTML"}}
<footer class="site-footer">
	<div class="govuk-width-container">
		<p>{{#IF_HOST_NAME}}{{HOST_NAME}}。{{/IF_HOST_NAME}}每次改动、每次查看举报人身份都会记入审计。</p>
		<p><a href="/roles">谁能做什么</a></p>
	</div>
</footer>
</body>
</html>
