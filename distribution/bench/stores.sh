#!/bin/sh
# How fast are tiles that lie in a cache on another server? Asks Redis for a tile of 10 kB with its own
# redis-benchmark, and Azulejo with wrk (one thread) for the same tile through its caches in Redis and
# in memcached, in turn. Azulejo remembers no tile here, so that every request goes to the store.
# Prints medians of the rounds, and ratios to redis-benchmark: only these are worth a look, for all of
# it shares one machine. Memcached has no such tool of its own, so it stands beside Redis.
#
#   mvn -DskipTests package && distribution/bench/stores.sh [SECONDS [ROUNDS]]
#
# SECONDS is the length of each measurement (8), ROUNDS how often each is taken (3). Before the first
# of them Java has two seconds more than that to compile what matters. JAVA_OPTS are handed to the
# server. Needs redis-server, redis-benchmark, memcached, wrk, curl, python3.

set -u
seconds=${1:-8}
rounds=${2:-3}
. "$(dirname "$0")/measure.sh"

free_port() {
  python3 -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])'
}
redis_port=$(free_port)
memcached_port=$(free_port)
redis-server --bind 127.0.0.1 --port "$redis_port" --save '' >"$work/redis.log" &
redis=$!
running="$running $redis"
memcached -u nobody -l 127.0.0.1 -p "$memcached_port" &
running="$running $!"
for port in "$redis_port" "$memcached_port"; do
  until python3 -c "import socket; socket.create_connection(('127.0.0.1', $port))" 2>/dev/null; do
    sleep 0.1
  done
done

cp -R "$home" "$work/home"
home=$work/home
echo 'recent.megabytes = 0' >>"$home/etc/org.azulejo.cfg"
provider='{"name": "mbtiles", "tileset": "'$home/data/world.mbtiles'"}'
cat >"$work/azulejo.json" <<END
{
  "layers": {
    "redis": {
      "provider": $provider,
      "cache": {"name": "redis", "host": "127.0.0.1", "port": $redis_port}
    },
    "memcache": {
      "provider": $provider,
      "cache": {"name": "memcache", "servers": ["127.0.0.1:$memcached_port"]}
    }
  }
}
END
azulejo "$work/azulejo" "$work/azulejo.json"

# own NAME CONNECTIONS: as measure, but with redis-benchmark, for about as long.
own() {
  redis-benchmark -p "$redis_port" -c "$2" -n $((seconds * 20000)) --csv GET "/redis/${tile%.png}.PNG" |
    awk -F '"' -v name="$1" -v connections="$2" \
      '$2 ~ /^GET/ { print name, connections, $4, $14, 0 }' >>"$work/results"
}

for cache in redis memcache; do
  for again in 1 2; do
    curl -fsS -D "$work/headers" -o "$work/tile" "$address$cache/$tile" || exit 1
  done
  grep -q 'X-Cache: HIT' "$work/headers" || { echo "$cache keeps nothing." >&2; exit 1; }
  load 16 $((seconds + 2)) "$address$cache/$tile"
done
for round in $(seq "$rounds"); do
  echo "Round $round of $rounds ..." >&2
  for connections in 1 16 64; do
    own redis-benchmark "$connections"
    for cache in redis memcache; do
      measure "$cache" "$connections" "$seconds" "$address$cache/$tile" "$server"
    done
  done
done
medians redis-benchmark
