{{%AUTOESCAPE context="HTML"}}
	{{#PICKING}}
	<fieldset class="bulk no-print">
		<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">对勾选的件<span class="said" data-picked data-words="（已选 * 件）"></span></legend>
		<div class="bulk__row">
			{{#MAY_GIVE}}
			<div class="bulk__give">
				<label class="govuk-label" for="bulk-handler">交给</label>
				<select class="govuk-select" id="bulk-handler" name="handler">
					<option value="">请选择</option>
					{{#COLLEAGUES}}<option value="{{CODE}}">{{NAME}}{{#MYSELF}}（我）{{/MYSELF}}</option>
					{{/COLLEAGUES}}
				</select>
				<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">交给这位经办</button>
			</div>
			{{/MAY_GIVE}}
			{{#MAY_TAKE}}<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" formaction="/cases/take">签收，由我经办</button>{{/MAY_TAKE}}
			{{#MAY_READ}}<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" formaction="/cases/read">新消息已经看过</button>{{/MAY_READ}}
		</div>
	</fieldset>
	</form>
	{{/PICKING}}
