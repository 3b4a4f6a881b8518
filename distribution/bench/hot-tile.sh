#!/bin/sh
# How fast is a tile that everybody wants? Serves the same picture of 10 kB from nginx (one worker,
# sendfile), from nginx at its best for so small a file (open files are kept, and read), from
# Azulejo's memory cache and from its disk cache, and asks for it with wrk (one thread), in turn.
# Prints medians of the rounds, and ratios to nginx: only these are worth a look, for the servers
# and wrk share one machine.
#
#   mvn -DskipTests package && distribution/bench/hot-tile.sh [SECONDS [ROUNDS]]
#
# SECONDS is the length of each measurement (8), ROUNDS how often each is taken (3). Before the first
# of them Java has two seconds more than that to compile what matters. JAVA_OPTS are handed to the
# server. Needs nginx, wrk, curl, python3.

set -u
seconds=${1:-8}
rounds=${2:-3}
. "$(dirname "$0")/measure.sh"
PATH=$PATH:/usr/sbin

provider='{"name": "mbtiles", "tileset": "'$home/data/world.mbtiles'"}'
cat >"$work/azulejo.json" <<END
{
  "cache": {"name": "test"},
  "layers": {
    "memory": {"provider": $provider, "cache": {"name": "memory"}},
    "disk": {
      "provider": $provider,
      "cache": {"name": "disk", "path": "$work/tiles", "dirs": "portable"}
    }
  }
}
END
azulejo "$work/azulejo" "$work/azulejo.json"

mkdir -p "$work/html/$(dirname $tile)"
curl -fsS -o "$work/html/$tile" "${address}memory/$tile" || exit 1
chmod 755 "$work" # nginx reads as another user

port=$(python3 -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat >"$work/nginx.conf" <<END
daemon off;
worker_processes 1;
pid $work/nginx.pid;
error_log $work/nginx.errors;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  types { image/png png; }
  server {
    listen 127.0.0.1:$port;
    root $work/html;
    location /cached/ {
      alias $work/html/;
      sendfile off;
      open_file_cache max=100;
    }
  }
}
END
nginx -c "$work/nginx.conf" -e "$work/nginx.errors" &
nginx=$!
running="$running $nginx"
curl -fs --retry 20 --retry-connrefused --retry-delay 1 -o "$work/tile" \
  "http://127.0.0.1:$port/$tile" || exit 1
cmp "$work/tile" "$work/html/$tile" || exit 1

run() {
  "$1" "$2" nginx "http://127.0.0.1:$port/$tile" "$nginx"
  "$1" "$2" nginx-cached "http://127.0.0.1:$port/cached/$tile" "$nginx"
  "$1" "$2" memory "${address}memory/$tile" "$server"
  "$1" "$2" disk "${address}disk/$tile" "$server"
}
warm_up() { load "$1" $((seconds + 2)) "$3"; }
take() { measure "$2" "$1" "$seconds" "$3" "$4"; }

run warm_up 16
for round in $(seq "$rounds"); do
  echo "Round $round of $rounds ..." >&2
  run take 16
  run take 64
done
medians nginx
