#!/bin/sh
# What does it cost to be watched? Serves a hot tile from two servers alike, but of one the access log
# is written, and metrics and the console's figures are asked for each second. Asks them for the tile
# with wrk (one thread), in turn. Prints medians of the rounds, and the ratio of the rates: only that
# is worth a look.
#
#   mvn -DskipTests package && distribution/bench/cost.sh [SECONDS [ROUNDS]]
#
# SECONDS is the length of each measurement (8), ROUNDS how often each is taken (5). Before the first
# of them Java has two seconds more than that to compile what matters. JAVA_OPTS are handed to the
# servers. Needs wrk, curl, python3.

set -u
seconds=${1:-8}
rounds=${2:-5}
. "$(dirname "$0")/measure.sh"
built=$home

# copy NAME: a server of its own in $work/NAME, with a console.
copy() {
  cp -R "$built" "$work/$1"
  home=$work/$1
  rm -f "$home"/etc/admin.*
  cat >"$work/$1.json" <<END2
{"layers": {"hot": {
  "provider": {"name": "mbtiles", "tileset": "$home/data/world.mbtiles"},
  "cache": {"name": "memory"}
}}}
END2
}

copy alone
azulejo "$work/alone.log" "$work/alone.json"
alone=$server
alone_url=${address}hot/$tile

copy watched
echo "access.log = $home/log/access-yyyy_mm_dd.log" >>"$home/etc/org.azulejo.cfg"
azulejo "$work/watched.log" "$work/watched.json"
watched=$server
watched_url=${address}hot/$tile
for url in "$alone_url" "$watched_url"; do
  curl -fsS -o "$work/tile" "$url" || exit 1
done

# As Prometheus and an open page of the console do, if in a hurry: over one connection, for what a
# new program takes each time to start would be counted, too.
cat >"$work/watch.py" <<'END2'
import http.client, sys, time
host, token, metrics, figures = sys.argv[1:]
server = http.client.HTTPConnection(host)
while True:
    for path, headers, file in (
        ("/metrics", {}, metrics),
        ("/admin/api/figures", {"Authorization": "Bearer " + token}, figures),
    ):
        server.request("GET", path, headers=headers)
        answer = server.getresponse()
        text = answer.read()
        if answer.status != 200:
            sys.exit("%s: %d" % (path, answer.status))
        with open(file, "wb") as out:
            out.write(text)
    time.sleep(1)
END2
host=${address#http://}
python3 "$work/watch.py" "${host%/}" "$(cat "$home/etc/admin.token")" "$work/metrics" "$work/figures" &
watcher=$!
running="$running $watcher"

load 16 $((seconds + 2)) "$alone_url"
load 16 $((seconds + 2)) "$watched_url"
for round in $(seq "$rounds"); do
  echo "Round $round of $rounds ..." >&2
  for connections in 16 64; do
    measure alone "$connections" "$seconds" "$alone_url" "$alone"
    measure watched "$connections" "$seconds" "$watched_url" "$watched"
  done
done
kill -0 $watcher || exit 1
grep -q 'result="hit"' "$work/metrics" && grep -q '"requests"' "$work/figures" || exit 1
medians alone
ls -l "$home"/log | awk '/access/ { bytes += $5 } END { print "The access log has " bytes " bytes." }'
