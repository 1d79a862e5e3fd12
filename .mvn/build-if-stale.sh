# Read by the scripts at the root: finds Java and Maven, and builds the modules when a source is
# newer than the last build. Wants $home, the root folder, and $script, the name in messages.
# Sets $java.

# Java and Maven: the ones of JAVA_HOME and PATH.
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
for tool in "$java" mvn; do
  command -v "$tool" >/dev/null 2>&1 || {
    echo "$script: $tool is missing; a JDK of 17 or later and Maven 3.8.7 or later are needed" >&2
    exit 1
  }
done

# One line per module. On a terminal they take turns on one line, which also shows the seconds, so
# that a long download does not look like a standstill.
build_progress() {
  local line module='Maven starts' started=$SECONDS status
  while true; do
    status=0
    IFS= read -r -t 1 line || status=$?
    # A status above 128 is a second without output; any other is the end of it.
    [ "$status" = 0 ] || [ "$status" -gt 128 ] || break
    case "$line" in
      *"Building Dragoman"*)
        module=${line#*Building }
        module=${module%% [0-9]*.[0-9]*}
        [ -t 2 ] || echo "$script: $module" >&2 ;;
    esac
    [ ! -t 2 ] || printf '\r\033[K%s: %s (%d s)' "$script" "$module" $((SECONDS - started)) >&2
  done
  [ ! -t 2 ] || printf '\r\033[K' >&2
}

build_if_stale() {
  local stamp=$home/target/run.stamp
  if [ -f "$stamp" ] && [ -z "$(find "$home"/pom.xml "$home"/.mvn "$home"/*/pom.xml \
      "$home"/*/src/main "$home"/generated-example/polar/pom.xml \
      "$home"/generated-example/polar/src/main "$home"/sample-specs -newer "$stamp" -print -quit)" ]; then
    return
  fi
  echo "$script: building (the first time takes a minute or two) ..." >&2
  mkdir -p "$home/target"
  touch "$stamp.new"
  local log=$home/target/$script.log
  # Without the jars that nothing here starts: the newcomer would wait for them.
  (cd "$home" && mvn -B -ntp -DskipTests -pl '!cli,!openapi-generator-adapter' package 2>&1) | tee "$log" | build_progress || {
    sed -n $'s/\x1b\\[[0-9;]*m//g; /^\\[ERROR\\]/p' "$log" >&2
    echo "$script: the build failed; all of its output is in $log" >&2
    exit 1
  }
  mv "$stamp.new" "$stamp"
}
