{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>隐私 - {{DISTRICT_NAME}}善育</title>
<meta name="description" content="本站记录什么、不记录什么。">
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	<h1 class="govuk-heading-l">隐私</h1>
	<p class="govuk-body">查托育信息不用注册、不用登录，也不用留电话。</p>
	<h2 class="govuk-heading-m">Cookie</h2>
	<p class="govuk-body">本站只用一个 Cookie，记住您选的是标准字号还是大字版。只有按过“大字版”才会有。不选，就没有。本站没有统计、广告或跟踪用的 Cookie。</p>
	<p class="govuk-body">勾选“对比”的机构暂存在您浏览器的这个标签页里，关掉标签页就没有了。</p>
	<h2 class="govuk-heading-m">位置</h2>
	<p class="govuk-body">按“用我的位置”时，浏览器会先问您同不同意。同意后，位置先取整到大约一百米，再放进这次查询的网址，只用来算距离。本站不另外保存。把网址发给别人，别人也能看到这个大概的位置；不想这样，请改选街镇。</p>
	<h2 class="govuk-heading-m">访问记录</h2>
	<p class="govuk-body">为了防止攻击和排查故障，服务器会记下访问时间、去掉末段的网络地址、访问的页面、结果和用时。网址里问号后面的内容（您查找的文字和位置）不记。记录到期删除，不用来识别个人。</p>
	<h2 class="govuk-heading-m">投诉、举报和建议</h2>
	<p class="govuk-body">您写的内容和材料，一到这里就加密封好，只有办理的工作人员能打开。可以匿名。留下的姓名和电话另外加密，谁看过都有记录，不会告诉被反映的机构。办理进展只有拿着回执码的人能看到；回执码我们不保存。</p>
	<p class="govuk-body">打开投诉和回执页面时，服务器的访问记录只记日期，不记网络地址。没有写完的内容只暂存在您浏览器的这个标签页里，提交后就清掉。用公用电脑的，写完请关掉浏览器。</p>
	<h2 class="govuk-heading-m">地图和电话</h2>
	<p class="govuk-body">按“高德地图”“百度地图”“腾讯地图”会离开本站，打开那家公司的服务，适用它们的隐私规则。按电话号码会打开您手机的拨号。</p>
	<h2 class="govuk-heading-m">有疑问</h2>
	<p class="govuk-body">请打市民服务热线 <a class="govuk-link" href="tel:12345">12345</a>{{#IF_DISTRICT_PHONE}}，或{{DISTRICT_NAME}}咨询电话 <a class="govuk-link" href="tel:{{DISTRICT_PHONE_DIALED}}">{{DISTRICT_PHONE}}</a>{{/IF_DISTRICT_PHONE}}。</p>
</main>
</div>
{{>FOOTER}}
