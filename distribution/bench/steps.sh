#!/bin/sh
# How long do the steps on the way to a tile take? Builds what is needed and runs the benchmarks
# whose names match, all of them if none is named:
#
#   distribution/bench/steps.sh [PATTERN] [OPTIONS OF JMH]
#
# for example: steps.sh Effects -p effect=blur -prof gc. With -h JMH tells its options.
set -e

cd "$(dirname "$0")"
(cd ../.. && mvn -q -B -ntp -pl distribution/bench -am -DskipTests package) >&2
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "target/classes:$(cat target/classpath)" \
  org.openjdk.jmh.Main "$@"
