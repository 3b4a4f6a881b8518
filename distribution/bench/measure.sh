# For the scripts beside it to read in: starts servers, measures them, ends them. Linux only.
#
# The folder $work is theirs, and gone afterwards; $home is the server as the build leaves it.

home=$(cd "$(dirname "$0")/../standalone/target/azulejo" 2>/dev/null && pwd) || {
  echo "There is no server yet; build it first: mvn -DskipTests package" >&2
  exit 2
}
for tool in wrk curl awk; do
  command -v $tool >/dev/null || { echo "This needs $tool." >&2; exit 2; }
done

tile=3/4/2.png # of data/world.mbtiles, 10379 bytes
work=$(mktemp -d)
running=

finish() {
  # shellcheck disable=SC2086 # several processes
  [ -z "$running" ] || { kill $running; wait; } 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

cat >"$work/report.lua" <<'END'
function done(summary, latency, requests)
  local bad = summary.errors
  print("result", summary.requests, summary.duration / 1e6, latency:percentile(99) / 1e3,
    bad.connect + bad.read + bad.write + bad.status + bad.timeout)
end
END

# azulejo LOG CONFIGURATION: starts a server at any free port; $address is where, $server its
# process, $ready the seconds it took.
azulejo() {
  : >"$1"
  since=$(date +%s%N)
  "$home/bin/azulejo" serve -c "$2" -p 0 >"$1" 2>"$1.errors" &
  server=$!
  running="$running $server"
  until address=$(sed -n 's/^Azulejo is ready at //p' "$1") && [ -n "$address" ]; do
    kill -0 $server 2>/dev/null || { cat "$1.errors" >&2; exit 1; }
    sleep 0.02
  done
  ready=$(awk "BEGIN { print ($(date +%s%N) - $since) / 1e9 }")
}

# ticks PROCESS: the time that it and its children have spent on processors, in clock ticks.
ticks() {
  cat /proc/[0-9]*/stat 2>/dev/null | sed 's/^\([0-9]*\) .*) /\1 /' |
    awk -v process="$1" '$1 == process || $3 == process { sum += $13 + $14 } END { print sum }'
}

# load CONNECTIONS SECONDS URL: asks for the tile all the time; leaves what came of it in $work/wrk.
load() {
  wrk -t1 -c"$1" -d"$2"s -s "$work/report.lua" "$3" >"$work/wrk" &
  asking=$!
  running="$running $asking"
  wait $asking || exit 1 # for a signal is not heeded while a program runs in the foreground
  running=${running% "$asking"}
}

# measure NAME CONNECTIONS SECONDS URL PROCESS: appends to $work/results a line of name, connections,
# requests per second, the 99th percentile of the latency in milliseconds, and microseconds of
# processor time per request.
measure() {
  before=$(ticks "$5")
  load "$2" "$3" "$4"
  awk -v name="$1" -v connections="$2" -v ticks=$(($(ticks "$5") - before)) \
    -v hertz="$(getconf CLK_TCK)" '
    $1 == "result" && $5 > 0 { print name ": " $5 " requests failed." >"/dev/stderr" }
    $1 == "result" { print name, connections, $2 / $3, $4, ticks * 1e6 / hertz / $2 }
  ' "$work/wrk" >>"$work/results"
}

# medians NAME: a table of $work/results, each number the median of its rounds, and the ratios to
# the one called NAME.
medians() {
  sort -k2,2n -k1,1 -s "$work/results" | awk -v first="$1" '
    function median(row, column,    n, i, j, t, v) {
      n = split(values[row, column], v, " ")
      for (i = 1; i <= n; i++)
        for (j = i + 1; j <= n; j++)
          if (v[j] + 0 < v[i] + 0) { t = v[i]; v[i] = v[j]; v[j] = t }
      return n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2
    }
    !(($2, $1) in seen) { seen[$2, $1]; rows[++count] = $2 " " $1 }
    { for (i = 3; i <= 5; i++) values[$2 " " $1, i] = values[$2 " " $1, i] " " $i }
    END {
      print "connections  server        requests/s   ratio   p99 ms   ratio   CPU us/request"
      for (r = 1; r <= count; r++) {
        split(rows[r], row, " ")
        base = row[1] " " first
        printf "%11d  %-12s %11.0f %7.2f %8.2f %7.2f %16.1f\n", row[1], row[2],
          median(rows[r], 3), median(rows[r], 3) / median(base, 3),
          median(rows[r], 4), median(rows[r], 4) / median(base, 4), median(rows[r], 5)
      }
    }'
}
