#!/bin/sh
# Serves the demonstration, or what the options say: run.sh [-c CONFIG] [-i HOST] [-p PORT]
# Builds the server first where that is needed. A JDK (17 or later) and Maven are enough.
set -e

root=$(cd "$(dirname "$0")/.." && pwd -P)
server=$root/distribution/standalone/target/azulejo
built=$root/distribution/standalone/target/run.sh.built

is_up_to_date() {
  [ -x "$server/bin/azulejo" ] && [ -f "$built" ] &&
    [ -z "$(cd "$root" && find pom.xml .mvn core providers caches effects distribution \
      -name target -prune -o -name itest -prune -o -type f -newer "$built" -print | head -n 1)" ]
}

if ! is_up_to_date; then
  echo "Building Azulejo; the first time, Maven fetches what it needs ..." >&2
  mkdir -p "$(dirname "$built")"
  touch "$built.new"
  (cd "$root" && mvn -q -B -ntp -pl distribution/standalone -am -DskipTests package) >&2
  mv "$built.new" "$built"
fi

exec "$server/bin/azulejo" serve "$@"
