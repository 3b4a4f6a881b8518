#!/bin/sh
# Does a tile care how many layers there are? Asks for the same tile of a server with 10 layers and
# of one with 10,000, in turn, and prints how long each took to be ready, and medians of the rounds.
#
#   mvn -DskipTests package && distribution/bench/many-layers.sh [SECONDS [ROUNDS [LAYERS]]]
#
# SECONDS is the length of each measurement (8), ROUNDS how often each is taken (3), LAYERS how many
# the large configuration has (10000). JAVA_OPTS are handed to the servers. Needs wrk, curl.

set -u
seconds=${1:-8}
rounds=${2:-3}
layers=${3:-10000}
. "$(dirname "$0")/measure.sh"

# configuration LAYERS: the last layer has the tile, each other one an upstream of its own.
configuration() {
  echo '{"cache": {"name": "memory"}, "layers": {'
  seq $(($1 - 1)) | sed 's|.*|  "layer&": {"provider": {"name": "proxy", "url": "http://tiles&.invalid/{Z}/{X}/{Y}.png"}},|'
  echo '  "hot": {"provider": {"name": "mbtiles", "tileset": "'"$home"'/data/world.mbtiles"}}'
  echo '}}'
}

# start LAYERS: a server with so many layers.
start() {
  configuration "$1" >"$work/$1.json"
  azulejo "$work/$1" "$work/$1.json"
  curl -fsS -o "$work/tile" "${address}hot/$tile" || exit 1
  echo "Ready with $1 layers after $ready s."
}

start 10
few=$server
few_url=${address}hot/$tile
start "$layers"
many=$server
many_url=${address}hot/$tile

load 16 "$seconds" "$few_url"
load 16 "$seconds" "$many_url"
for round in $(seq "$rounds"); do
  echo "Round $round of $rounds ..." >&2
  for connections in 16 64; do
    measure 10 "$connections" "$seconds" "$few_url" "$few"
    measure "$layers" "$connections" "$seconds" "$many_url" "$many"
  done
done
medians 10
