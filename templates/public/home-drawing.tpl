{{%AUTOESCAPE context="HTML"}}
<svg class="start__drawing" viewBox="0 0 240 120" aria-hidden="true" focusable="false">
	<circle cx="205" cy="27" r="14" fill="#ffd76a"/>
	<path d="M0 120V97q48-21 112-9t128-7v39z" fill="#cfe6de"/>
	<path d="M33 100V61l32-24 32 24v39z" fill="#fff7e6"/>
	<path d="M26 64l39-30 39 30-5 6-34-26-34 26z" fill="#c9603f"/>
	<path d="M56 100V77a9 9 0 0 1 18 0v23z" fill="#0f6657"/>
	<circle cx="70" cy="87" r="1.6" fill="#ffd76a"/>
	<path d="M79 66h11v11H79zM40 66h11v11H40z" fill="#ffd76a"/>
	<path d="M84.5 66v11M79 71.5h11M45.5 66v11M40 71.5h11" stroke="#fff7e6" stroke-width="1.5"/>
	<path d="M222 101V74" stroke="#8a6a4a" stroke-width="5" stroke-linecap="round"/>
	<circle cx="222" cy="60" r="17" fill="#5fa08d"/>
	<circle cx="212" cy="69" r="10" fill="#7bb5a4"/>
	<path d="M131 104l5-34q1-7 9-7t9 7l5 34z" fill="#0f6657"/>
	<circle cx="145" cy="52" r="9.5" fill="#f3cfae"/>
	<path d="M134.5 52a10.5 10.5 0 0 1 21 0q-4-7-10.5-7t-10.5 7z" fill="#d9dedc"/>
	<circle cx="145" cy="40.5" r="4.5" fill="#d9dedc"/>
	<path d="M153 73q8 8 13 12" fill="none" stroke="#0f6657" stroke-width="5" stroke-linecap="round"/>
	<path d="M170 106l3-19q1-5 7-5t7 5l3 19z" fill="#e58a4e"/>
	<circle cx="180" cy="74" r="8" fill="#f3cfae"/>
	<path d="M172 74a8 8 0 0 1 16 0q-3-4-8-4t-8 4z" fill="#4a3a30"/>
	<path d="M172 68q-4-1-5-5M188 68q4-1 5-5" fill="none" stroke="#4a3a30" stroke-width="3" stroke-linecap="round"/>
	<path d="M174 89l-8-4" stroke="#e58a4e" stroke-width="4.5" stroke-linecap="round"/>
	<path d="M187 89q5-6 9-14" fill="none" stroke="#e58a4e" stroke-width="4.5" stroke-linecap="round"/>
	<path d="M196 75l1-18" stroke="#7a8d87" stroke-width="1"/>
	<ellipse cx="197" cy="48" rx="7" ry="9" fill="#d8574f"/>
	<path d="M139 104v7M151 104v7M176 106v6M184 106v6" stroke="#1a2321" stroke-width="3.5" stroke-linecap="round"/>
	<path d="M14 108q3-9 8-3M108 107q3-9 8-3M202 110q3-9 8-3" fill="none" stroke="#5fa08d" stroke-width="2.5" stroke-linecap="round"/>
</svg>
