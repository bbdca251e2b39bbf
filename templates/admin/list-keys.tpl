{{%AUTOESCAPE context="HTML"}}
	<dialog class="keys" id="keys" aria-labelledby="keys-heading">
		<h2 class="govuk-heading-m" id="keys-heading">按键</h2>
		<dl class="keys__list">
			<div><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>下一件、上一件</dd></div>
			<div><dt><kbd>o</kbd></dt><dd>打开这一件</dd></div>
			<div><dt><kbd>x</kbd></dt><dd>勾选这一件</dd></div>
			<div><dt><kbd>/</kbd></dt><dd>查找</dd></div>
			<div><dt><kbd>g</kbd></dt><dd>按编号打开</dd></div>
			<div><dt><kbd>?</kbd></dt><dd>这份说明</dd></div>
		</dl>
		<label class="choose"><input type="checkbox" data-keys-use checked>使用单键</label>
		<form method="dialog"><button type="submit" class="govuk-button govuk-button--secondary">关上</button></form>
	</dialog>
