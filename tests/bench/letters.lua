-- SPDX-License-Identifier: Apache-2.0
-- For wrk: sends each line of a file as a complaint, and prints one line at the end: receipts a second, p50 and p99 in milliseconds, how
-- many receipts, and how many answers were no receipt or did not come.
local bodies, at = {}, 0

function init(arguments)
	for body in io.lines(arguments[1]) do
		bodies[#bodies + 1] = wrk.format("POST", "/complaint/send", { ["Content-Type"] = "application/x-www-form-urlencoded" }, body)
	end
end

function request()
	at = at % #bodies + 1
	return bodies[at]
end

function done(summary, latency)
	local errors = summary.errors
	local lost = errors.connect + errors.read + errors.write + errors.status + errors.timeout
	print(string.format("figures %.1f %.3f %.3f %d %d", summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000,
		latency:percentile(99) / 1000, summary.requests, lost))
end
