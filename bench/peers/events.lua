-- One event per request, each with an id of its own. The first argument tells runs apart.
local run = "x"
local count = 0

function init(args)
  run = args[1] or run
end

function request()
  count = count + 1
  local body = string.format(
    '{"customer":"c%d","type":"%s","value":%.2f,"session":"s%d","product":"p%d","id":"%s-%d"}',
    count % 20000, count % 5 == 0 and "purchase" or "visit", (count % 977) / 7, count / 4, count % 500, run, count)
  return wrk.format("POST", "/v1/events", {["Content-Type"] = "application/json"}, body)
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests":%d,"seconds":%.6f,"p50_us":%d,"p99_us":%d,"errors":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50), latency:percentile(99),
    errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
