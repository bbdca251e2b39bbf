{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{DISTRICT_NAME}}善育：为三岁以下的孩子找托育</title>
<meta name="description" content="查{{DISTRICT_NAME}}的托育机构：在哪里、收多大的孩子、多少钱、还有没有余位。">
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main">
	<h1 class="govuk-heading-l">为三岁以下的孩子找托育</h1>
	<p class="govuk-body-l">查{{CITY}}{{DISTRICT_NAME}}的托育机构：在哪里、收多大的孩子、多少钱、还有没有余位。</p>

	<div class="start">
		<form class="start__form" action="/facilities" method="get" role="search" aria-label="找托育">
			<div class="govuk-form-group">
				<label class="govuk-label" for="q">地点或机构名称</label>
				<div id="q-hint" class="govuk-hint">可以不填。例如：长寿路、小橡树，或拼音 csl</div>
				<input class="govuk-input" id="q" name="q" type="search" maxlength="60" autocomplete="off" aria-describedby="q-hint">
			</div>
			<div class="start__pair">
				<div class="govuk-form-group">
					<label class="govuk-label" for="street">街镇</label>
					<div id="street-hint" class="govuk-hint">不确定就不选</div>
					<select class="govuk-select" id="street" name="street" aria-describedby="street-hint">
						<option value="">全部街镇</option>
						{{#STREETS}}<option value="{{CODE}}">{{NAME}}</option>
						{{/STREETS}}
					</select>
				</div>
				<div class="govuk-form-group">
					<label class="govuk-label" for="age">孩子多大（几个月）</label>
					<div id="age-hint" class="govuk-hint">一岁填 12，一岁半填 18，两岁填 24</div>
					<div class="govuk-input__wrapper">
						<input class="govuk-input govuk-input--width-4" id="age" name="age" type="text" inputmode="numeric" autocomplete="off" aria-describedby="age-hint">
						<div class="govuk-input__suffix" aria-hidden="true">个月</div>
					</div>
				</div>
			</div>
			<button type="submit" class="govuk-button" data-module="govuk-button">查找</button>
		</form>
		<div class="start__near">
			<h2 class="govuk-heading-s">找离家近的</h2>
			<p class="govuk-body" data-locate-part hidden><button type="button" class="govuk-button govuk-button--secondary" data-locate="/facilities">用我的位置查找</button></p>
			<p class="govuk-body" data-locate-status data-asking="正在测位置，浏览器会先问您是否同意。" data-denied="没有得到位置的许可。可以改用输入出发点。" data-failed="暂时测不到位置。请再试一次，或改用输入出发点。" role="status"></p>
			<p class="govuk-body"><a class="govuk-link" href="/locate">输入小区、居委或地址作为出发点</a></p>
		</div>
	</div>

	<section aria-labelledby="kinds">
		<h2 class="govuk-heading-m" id="kinds">按机构类型找</h2>
		<ul class="doors">
			{{#KINDS}}<li><a class="doors__link" href="/facilities?kind={{CODE:url_query_escape}}"><span>{{NAME}}</span><span class="doors__count">{{FACILITIES}} 家</span></a></li>
			{{/KINDS}}
		</ul>
	</section>

	<section aria-labelledby="streets">
		<h2 class="govuk-heading-m" id="streets">按街镇找</h2>
		<ul class="doors">
			{{#STREETS}}<li><a class="doors__link" href="/facilities?street={{CODE:url_query_escape}}"><span>{{NAME}}</span><span class="doors__count">{{FACILITIES}} 家</span></a></li>
			{{/STREETS}}
		</ul>
	</section>

	<section class="help" aria-labelledby="help">
		<h2 class="govuk-heading-m" id="help">需要帮助</h2>
		<p class="govuk-body"><a class="govuk-link" href="/complaint">投诉、举报和建议</a>，可以匿名；交过的<a class="govuk-link" href="/receipt">用回执码看进展</a>。</p>
		<p class="govuk-body">不会用，或对托育服务有疑问、意见：打市民服务热线 <a class="govuk-link" href="tel:12345">12345</a>{{#IF_DISTRICT_PHONE}}，或{{DISTRICT_NAME}}咨询电话 <a class="govuk-link" href="tel:{{DISTRICT_PHONE}}">{{DISTRICT_PHONE}}</a>{{/IF_DISTRICT_PHONE}}。</p>
		<p class="govuk-body help__emergency">紧急情况：报警 <a class="govuk-link" href="tel:110">110</a>，火警 <a class="govuk-link" href="tel:119">119</a>，急救 <a class="govuk-link" href="tel:120">120</a></p>
	</section>
</main>
</div>
{{>FOOTER}}
