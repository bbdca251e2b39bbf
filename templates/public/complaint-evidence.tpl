{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}有照片或其他材料吗 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
<script type="module" src="/js/complaint.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	{{#UPLOAD_PROBLEM}}
	<div class="govuk-error-summary" id="error-summary" tabindex="-1"><div role="alert">
		<h2 class="govuk-error-summary__title">有一个文件没有收下</h2>
		<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
			<li><a href="#evidence">“{{PROBLEM_FILE}}”{{#UPLOAD_TOO_LARGE}}太大了，每个文件最多 20 MB{{/UPLOAD_TOO_LARGE}}{{#UPLOAD_TOO_MANY}}没有收下：最多 6 个文件{{/UPLOAD_TOO_MANY}}{{#UPLOAD_EMPTY}}是空的，没有内容{{/UPLOAD_EMPTY}}{{#UPLOAD_KIND}}的类型不能收。可以收照片、PDF、录音和短视频{{/UPLOAD_KIND}}{{#UPLOAD_TRUNCATED}}不完整，可能没有传完，请重新选一次{{/UPLOAD_TRUNCATED}}{{#UPLOAD_FULL}}暂时收不下。可以先交文字，过些时候凭回执码补材料{{/UPLOAD_FULL}}{{#UPLOAD_WAIT}}暂时没有收下，传的人太多。请等一分钟再试{{/UPLOAD_WAIT}}{{#UPLOAD_GONE}}放了将近一天没有提交，不再保留，请重新选一次{{/UPLOAD_GONE}}。其他内容都还在。</a></li>
		</ul></div>
	</div></div>
	{{/UPLOAD_PROBLEM}}
	{{#UNFINISHED}}<div class="govuk-inset-text" role="status">“{{UNFINISHED_FILE}}”收下了，但结尾缺了一点，可能显示不全。有完整的，可以再选一次。</div>{{/UNFINISHED}}
	<p class="govuk-caption-m">第 5 步，共 7 步</p>
	<form id="page-form" action="/complaint/evidence" method="post" enctype="multipart/form-data" novalidate data-draft>
		{{#CARRIED}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">{{/CARRIED}}
		<input type="hidden" name="step" value="evidence">
		<div class="govuk-form-group{{#UPLOAD_PROBLEM}} govuk-form-group--error{{/UPLOAD_PROBLEM}}">
			<h1 class="govuk-heading-l">有照片或其他材料吗？</h1>
			<p class="govuk-body" id="evidence-hint">没有就直接继续。可以交照片、PDF、录音、短视频，最多 6 个，每个不超过 20 MB。材料传上来就加密封好；照片里的拍摄地点只有办案时才会打开看。</p>
			<div role="status">
			<h2 class="govuk-heading-s" data-taken{{#NO_FILES}} hidden{{/NO_FILES}}>已经收下</h2>
			<ul class="govuk-list files" data-files>
				{{#FILES}}<li class="files__file"><span>{{NAME}}</span> <span class="said">{{SIZE_TEXT}}</span> <button type="submit" class="link-button" name="go" value="remove-{{ID}}" aria-label="去掉 {{NAME}}">去掉</button></li>
				{{/FILES}}
			</ul>
			</div>
			<template data-file><li class="files__file"><span data-name></span> <button type="button" class="link-button" data-remove>去掉</button></li></template>
			<div data-evidence="/complaint/evidence" data-named="“#”" data-failed="没有传完，请再试一次" data-too-large="太大了，每个文件最多 20 MB" data-too-many="没有收下：最多 6 个文件" data-empty="是空的，没有内容" data-kind="的类型不能收。可以收照片、PDF、录音和短视频" data-unfinished="收下了，但结尾缺了一点，可能显示不全。有完整的，可以再选一次" data-truncated="不完整，可能没有传完，请重新选一次" data-full="暂时收不下。可以先交文字，过些时候凭回执码补材料" data-wait="暂时没有收下，传的人太多。请等一分钟再试">
				<label class="govuk-label govuk-label--s" for="evidence">选文件</label>
				<input class="govuk-file-upload" id="evidence" name="evidence" type="file" multiple accept="image/*,application/pdf,audio/*,video/*" aria-describedby="evidence-hint">
				<div data-progress hidden><label><span data-progress-name></span> <progress max="100" value="0"></progress></label> <button type="button" class="govuk-button govuk-button--secondary" data-cancel>取消</button></div>
				<p class="govuk-error-message" data-problem role="alert" hidden></p>
			</div>
		</div>
		<div class="govuk-button-group">
			<button type="submit" class="govuk-button" name="go" value="continue">继续</button>
			<button type="submit" class="govuk-button govuk-button--secondary" name="go" value="back">上一步</button>
		</div>
		<p class="govuk-body" data-no-script><button type="submit" class="govuk-button govuk-button--secondary" name="go" value="upload">先传上，再看一看</button></p>
	</form>
</main>
</div>
{{>FOOTER}}
