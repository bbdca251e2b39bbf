{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{#ERRORS}}请改一下：{{/ERRORS}}发生了什么 - {{DISTRICT_NAME}}善育</title>
<meta name="robots" content="noindex">
<script type="module" src="/js/complaint.js?v={{CSS_VERSION}}"></script>
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper prose" id="main" tabindex="-1">
	{{>ERROR_SUMMARY}}
	<p class="govuk-caption-m">第 3 步，共 7 步</p>
	<form id="page-form" action="/complaint" method="post" novalidate data-draft>
		{{#CARRIED}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">{{/CARRIED}}
		<input type="hidden" name="step" value="story">
		{{>FIELD_TEXTAREA name="story" label="发生了什么？" what="文字" size="l" heading="yes" hint="把看到的、听到的照实写下来。不用写孩子的姓名和身份证号。" most="5,000" rows="9" | missing="请写下发生了什么" out_of_range="发生了什么要 {{STORY_LEAST}} 到 {{STORY_MOST}} 字，现在 {{STORY_LENGTH}} 字"}}
		{{>FIELD_TEXTAREA name="wish" label="希望怎样解决？（可以不写）" what="文字" size="s" most="1,000" rows="3" | out_of_range="希望怎样解决最多 {{WISH_MOST}} 字，现在 {{WISH_LENGTH}} 字"}}
		<div class="govuk-button-group">
			<button type="submit" class="govuk-button" name="go" value="continue">继续</button>
			<button type="submit" class="govuk-button govuk-button--secondary" name="go" value="back">上一步</button>
		</div>
	</form>
</main>
</div>
{{>FOOTER}}
