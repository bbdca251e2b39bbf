{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>无障碍 - {{DISTRICT_NAME}}善育</title>
<meta name="description" content="本站为老年人和残疾人做了什么，还有哪些不足，遇到困难找谁。">
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	<h1 class="govuk-heading-l">无障碍</h1>
	<p class="govuk-body">我们希望每个人都能用本站找到托育。目标是符合 GB/T 37668-2019 二级和 WCAG 2.2 AA 级。目前是自行检查的结果，没有请外部机构评测。</p>
	<h2 class="govuk-heading-m">可以怎样用</h2>
	<ul class="govuk-list govuk-list--bullet">
		<li>按页面上方的“大字版”，字和按钮都会变大；浏览器记住您的选择。</li>
		<li>浏览器放大到 400%，或手机系统调大字体，内容不会被截断。</li>
		<li>只用键盘就能完成全部操作；按 Tab 键移动，回车键确认。</li>
		<li>读屏软件可以读出全部内容；地图只是示意，列表里有同样的信息。</li>
		<li>不开启 JavaScript 也能查找、对比和打印。</li>
		<li>系统设为高对比度时，本站会跟随。</li>
	</ul>
	<h2 class="govuk-heading-m">还有哪些不足</h2>
	<ul class="govuk-list govuk-list--bullet">
		<li>没有页面内的朗读功能，请用手机或电脑自带的朗读。</li>
		<li>高德、百度、腾讯的地图不由我们制作，不一定无障碍。</li>
		<li>还没有用苹果手机的读屏软件完整测试过。</li>
	</ul>
	<h2 class="govuk-heading-m">遇到困难</h2>
	<p class="govuk-body">请打市民服务热线 <a class="govuk-link" href="tel:12345">12345</a>{{#IF_DISTRICT_PHONE}}，或{{DISTRICT_NAME}}咨询电话 <a class="govuk-link" href="tel:{{DISTRICT_PHONE_DIALED}}">{{DISTRICT_PHONE}}</a>{{/IF_DISTRICT_PHONE}}，也可以请工作人员帮您查。</p>
</main>
</div>
{{>FOOTER}}
