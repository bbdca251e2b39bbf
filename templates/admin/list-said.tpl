{{%AUTOESCAPE context="HTML"}}
	{{#LIST_UNNAMED}}
	<div class="govuk-error-summary" data-module="govuk-error-summary" id="error-summary" tabindex="-1">
		<div role="alert">
			<h2 class="govuk-error-summary__title">清单没有存下来</h2>
			<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list"><li><a href="#list-name">请给清单起个名字，20 个字以内</a></li></ul></div>
		</div>
	</div>
	{{/LIST_UNNAMED}}
	{{#LIST_TOO_MANY}}
	<div class="govuk-error-summary" data-module="govuk-error-summary" id="error-summary" tabindex="-1">
		<div role="alert">
			<h2 class="govuk-error-summary__title">清单没有存下来</h2>
			<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list"><li><a href="#lists">已经存了 12 份，请先删掉用不着的</a></li></ul></div>
		</div>
	</div>
	{{/LIST_TOO_MANY}}
	{{#DONE_SAVED}}<p class="notice" role="status">清单存好了，在上面一排里。</p>{{/DONE_SAVED}}
	{{#DONE_REPLACED}}<p class="notice" role="status">清单存好了，换掉了原来同名的那个。</p>{{/DONE_REPLACED}}
	{{#LIST_NOT_FINE}}<p class="notice" role="alert">没有存成清单：条件里有写得不对的，请先改好。</p>{{/LIST_NOT_FINE}}
	{{#DONE_REMOVED}}<p class="notice" role="status">清单删掉了。里面列出的都还在。</p>{{/DONE_REMOVED}}
