-- Prints how many requests are sent in each tick. wrk runs this function for every request.
local ffi = require("ffi")
ffi.cdef("typedef struct { long s; long us; } time_now; int gettimeofday(time_now *, void *);")
local now = ffi.new("time_now")
local tick, count, text = 0, 0, nil

function request()
  ffi.C.gettimeofday(now, nil)
  local millis = tonumber(now.s) * 1000 + math.floor(tonumber(now.us) / 1000)
  local current = millis - millis % tickMillis
  if current ~= tick then
    if tick > 0 then
      io.write(string.format("TICK %d %d\n", tick, count))
      io.flush()
    end
    tick, count = current, 0
  end
  count = count + 1
  text = text or wrk.format()
  return text
end
