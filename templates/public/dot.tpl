{{%AUTOESCAPE context="HTML"}}
<a class="map__dot" href="/facilities/{{CODE}}" data-code="{{CODE}}"><title>{{NAME}}</title><circle cx="{{X}}" cy="{{Y}}" r="26"></circle><text x="{{X}}" y="{{Y}}" dy="10.5">{{NUMBER}}</text></a>
