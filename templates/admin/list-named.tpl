{{%AUTOESCAPE context="HTML"}}
	<nav class="lists" id="lists" aria-label="清单">
		<ul>
			{{#QUICK_LISTS}}<li><a href="{{URL}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{#LIST_MINE}}我经办的{{/LIST_MINE}}{{#LIST_NEW}}新收到{{/LIST_NEW}}{{#LIST_RETURNED}}退回待交办{{/LIST_RETURNED}}{{#LIST_WAITING}}等我们签收{{/LIST_WAITING}}{{#LIST_REVIEW}}等复核{{/LIST_REVIEW}}{{#LIST_PRESSING}}超期和今天到期{{/LIST_PRESSING}}{{#LIST_NEAR}}快到期{{/LIST_NEAR}}{{#LIST_UNREAD}}有新消息{{/LIST_UNREAD}}{{#LIST_SUPERVISED}}督办{{/LIST_SUPERVISED}}{{#OUTCOMES_WAITING}}等我办的{{/OUTCOMES_WAITING}}{{#OUTCOMES_ALL}}全部{{/OUTCOMES_ALL}}{{#IF_NAME}}{{NAME}}{{/IF_NAME}} <span class="lists__count">{{HOLDS}}{{#HOLDS_MORE}}+{{/HOLDS_MORE}}</span></a></li>
			{{/QUICK_LISTS}}
			{{#SAVED_LISTS}}<li class="lists__own"><a href="{{URL}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{NAME}} <span class="lists__count">{{HOLDS}}{{#HOLDS_MORE}}+{{/HOLDS_MORE}}</span></a></li>
			{{/SAVED_LISTS}}
		</ul>
	</nav>
