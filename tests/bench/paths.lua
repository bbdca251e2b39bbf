-- SPDX-License-Identifier: Apache-2.0
-- For wrk: asks for the paths of a file one after the other, and prints one line of figures at the end:
-- requests a second, p50, p99 and worst in milliseconds, answers that were not 200 or did not come, bytes an answer.
local requests, at = {}, 0

function init(arguments)
	for path in io.lines(arguments[1]) do
		requests[#requests + 1] = wrk.format("GET", path)
	end
end

function request()
	at = at % #requests + 1
	return requests[at]
end

function done(summary, latency)
	local errors = summary.errors
	local lost = errors.connect + errors.read + errors.write + errors.status + errors.timeout
	print(string.format("figures %.1f %.3f %.3f %.3f %d %d", summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000,
		latency:percentile(99) / 1000, latency.max / 1000, lost, summary.bytes / math.max(summary.requests, 1)))
end
