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

# One line per module; on a terminal they take turns on one line.
build_progress() {
  local line
  while IFS= read -r line; do
    case "$line" in
      *"Building Dragoman"*)
        line=${line#*Building }
        line=${line%% [0-9]*.[0-9]*}
        if [ -t 2 ]; then printf '\r\033[K%s: %s' "$script" "$line" >&2; else echo "$script: $line" >&2; fi ;;
    esac
  done
  if [ -t 2 ]; then printf '\r\033[K' >&2; fi
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
  (cd "$home" && mvn -B -ntp -DskipTests package 2>&1) | tee "$log" | build_progress || {
    sed -n $'s/\x1b\\[[0-9;]*m//g; /^\\[ERROR\\]/p' "$log" >&2
    echo "$script: the build failed; all of its output is in $log" >&2
    exit 1
  }
  mv "$stamp.new" "$stamp"
}
