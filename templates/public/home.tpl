{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<title>{{DISTRICT_NAME}}善育：为三岁以下的孩子找托育</title>
<meta name="description" content="查{{DISTRICT_NAME}}的托育机构：在哪里、收多大的孩子、多少钱、还有没有余位。">
<meta property="og:type" content="website">
<meta property="og:site_name" content="{{DISTRICT_NAME}}善育">
<meta property="og:title" content="{{DISTRICT_NAME}}善育：为三岁以下的孩子找托育">
<meta property="og:description" content="在哪里、收多大的孩子、多少钱、还有没有余位。">
<meta property="og:url" content="{{BASE_URL}}/">
<meta property="og:image" content="{{BASE_URL}}/card.png">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
{{>HEADER}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper home" id="main" tabindex="-1">
	<div class="start">
		<div class="start__welcome">
			<h1 class="govuk-heading-l"><span class="whole">给三岁以下的</span><span class="whole">孩子找托育</span></h1>
			{{>HOME_DRAWING}}
		</div>
		<form class="start__form" id="start" action="/facilities" method="get" role="search" aria-label="找托育">
			<div class="start__where">
				<div class="govuk-form-group">
					<label class="govuk-label" for="q">在哪里</label>
					<div id="q-hint" class="govuk-hint">路名、小区、地铁站，或说一句话</div>
					<input class="govuk-input" id="q" name="q" type="search" maxlength="60" value="{{Q}}" aria-describedby="q-hint">
				</div>
				<span class="start__locate" data-locate-part hidden><button type="button" class="link-button" data-locate="#start">用我的位置</button></span>
				<span class="start__status" data-locate-status data-asking="正在测位置，浏览器会先问您是否同意。" data-denied="没有得到位置的许可。可以在上面写地方。" data-failed="暂时测不到位置。请再试一次，或在上面写地方。" role="status"></span>
			</div>
			<div class="start__pair">
				<div class="govuk-form-group">
					<label class="govuk-label" for="age">多大了</label>
					<div class="govuk-input__wrapper">
						<input class="govuk-input" id="age" name="age" type="text" value="{{AGE}}" aria-describedby="age-hint">
					</div>
					<div id="age-hint" class="govuk-hint">一岁半、18 个月或生日</div>
				</div>
				<div class="govuk-form-group">
					<label class="govuk-label" for="mode">全天还是半天</label>
					<select class="govuk-select" id="mode" name="mode">
						<option value="">都可以</option>
						{{#MODES}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{NAME}}</option>
						{{/MODES}}
					</select>
				</div>
			</div>
			<fieldset class="govuk-fieldset start__only">
				<legend class="govuk-fieldset__legend govuk-visually-hidden">只看</legend>
				<div class="govuk-checkboxes" data-module="govuk-checkboxes">
					<div class="govuk-checkboxes__item">
						<input class="govuk-checkboxes__input" id="inclusive" name="inclusive" type="checkbox" value="1" aria-describedby="inclusive-hint"{{#INCLUSIVE_CHECKED}} checked{{/INCLUSIVE_CHECKED}}>
						<label class="govuk-label govuk-checkboxes__label" for="inclusive">便宜些</label>
					</div>
					<div class="govuk-checkboxes__item">
						<input class="govuk-checkboxes__input" id="vacancy" name="vacancy" type="checkbox" value="1"{{#VACANCY_CHECKED}} checked{{/VACANCY_CHECKED}}>
						<label class="govuk-label govuk-checkboxes__label" for="vacancy">现在有余位</label>
					</div>
				</div>
				<div id="inclusive-hint" class="govuk-hint">便宜些就是普惠：有公共支持，收费受限{{#INCLUSIVE_COST}}，<span class="whole">{{>KIND_COST}}</span>{{/INCLUSIVE_COST}}</div>
			</fieldset>
			<button type="submit" class="govuk-button" data-module="govuk-button">查找</button>
		</form>
	</div>

	<section aria-labelledby="kinds">
		<h2 class="govuk-heading-m" id="kinds">有哪几种托育</h2>
		<ul class="doors kinds">
			{{#CARE_KINDS}}<li><a class="doors__link" href="/facilities?kind={{CODE:url_query_escape}}"><span>{{NAME}}</span><span class="doors__count">{{FACILITIES}} 家</span></a>
				<p class="kinds__note">{{#IF_NOTE}}{{NOTE}}{{/IF_NOTE}}{{#COST}}{{#IF_NOTE}}，{{/IF_NOTE}}{{/COST}}<span class="whole">{{>KIND_COST}}</span></p></li>
			{{/CARE_KINDS}}
		</ul>
		<p class="said">费用按今天还有效的公布算，去掉最低和最高的一成；另有餐费的不在内。</p>
	</section>

	{{#IF_GUIDANCE_KINDS}}
	<section aria-labelledby="guidance">
		<h2 class="govuk-heading-m" id="guidance">育儿指导（不收托）</h2>
		<ul class="doors kinds">
			{{#GUIDANCE_KINDS}}<li><a class="doors__link" href="/facilities?kind={{CODE:url_query_escape}}"><span>{{NAME}}</span><span class="doors__count">{{FACILITIES}} 家</span></a>
				{{#IF_NOTE}}<p class="kinds__note">{{NOTE}}</p>{{/IF_NOTE}}</li>
			{{/GUIDANCE_KINDS}}
		</ul>
	</section>
	{{/IF_GUIDANCE_KINDS}}

	<section aria-labelledby="streets">
		<h2 class="govuk-heading-m" id="streets">按街镇找</h2>
		<ul class="doors">
			{{#STREETS}}<li><a class="doors__link" href="/facilities?street={{CODE:url_query_escape}}"><span>{{NAME}}</span><span class="doors__count">{{FACILITIES}} 家</span></a></li>
			{{/STREETS}}
		</ul>
		<p class="govuk-body"><a class="govuk-link" href="/locate">输入小区、居委或地址作为出发点</a></p>
	</section>

	<section class="help" aria-labelledby="help">
		<h2 class="govuk-heading-m" id="help">需要帮助</h2>
		<p class="govuk-body"><a class="govuk-link" href="/complaint">投诉、举报和建议</a>，可以匿名；交过的<a class="govuk-link" href="/receipt">用回执码看进展</a>。</p>
		<p class="govuk-body">不会用，或对托育服务有疑问、意见：打市民服务热线 <a class="govuk-link" href="tel:12345">12345</a>{{#IF_DISTRICT_PHONE}}，或{{DISTRICT_NAME}}咨询电话 <a class="govuk-link" href="tel:{{DISTRICT_PHONE_DIALED}}">{{DISTRICT_PHONE}}</a>{{/IF_DISTRICT_PHONE}}。</p>
		<p class="govuk-body help__emergency">紧急情况：报警 <a class="govuk-link" href="tel:110">110</a>，火警 <a class="govuk-link" href="tel:119">119</a>，急救 <a class="govuk-link" href="tel:120">120</a></p>
	</section>
</main>
</div>
{{>FOOTER}}
