{{%AUTOESCAPE context="HTML"}}
	<details class="govuk-details no-print"{{#LIST_UNNAMED}} open{{/LIST_UNNAMED}}{{#LIST_TOO_MANY}} open{{/LIST_TOO_MANY}}>
		<summary class="govuk-details__summary"><span class="govuk-details__summary-text">把这些条件存成清单，或删掉存过的</span></summary>
		<div class="govuk-details__text">
			{{#SAVED_ROOM}}
			<form class="save-list" action="{{LIST_PATH}}/saved" method="post">
				<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="query" value="{{QUERY}}">
				<div class="govuk-form-group{{#LIST_UNNAMED}} govuk-form-group--error{{/LIST_UNNAMED}}">
					<label class="govuk-label" for="list-name">清单的名字</label>
					{{#LIST_UNNAMED}}<p id="list-name-error" class="govuk-error-message"><span class="govuk-visually-hidden">错误：</span>请给清单起个名字，20 个字以内</p>{{/LIST_UNNAMED}}
					<div class="search-line"><input class="govuk-input" id="list-name" name="name" autocomplete="off"{{#LIST_UNNAMED}} aria-describedby="list-name-error"{{/LIST_UNNAMED}}><button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">存成清单</button></div>
				</div>
			</form>
			{{/SAVED_ROOM}}
			{{#ANY_SAVED}}
			<ul class="govuk-list">
				{{#SAVED_LISTS}}<li><form class="remove-list" action="{{LIST_PATH}}/saved/remove" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="query" value="{{QUERY}}"><input type="hidden" name="name" value="{{NAME}}"><span>{{NAME}}</span><button type="submit" class="link-button">删掉<span class="govuk-visually-hidden">清单“{{NAME}}”</span></button></form></li>
				{{/SAVED_LISTS}}
			</ul>
			{{/ANY_SAVED}}
		</div>
	</details>
