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

build_if_stale() {
  local stamp=$home/target/run.stamp
  if [ -f "$stamp" ] && [ -z "$(find "$home"/pom.xml "$home"/.mvn "$home"/*/pom.xml \
      "$home"/*/src/main "$home"/sample-specs -newer "$stamp" -print -quit)" ]; then
    return
  fi
  echo "$script: building (the first time takes a minute or two) ..." >&2
  mkdir -p "$home/target"
  touch "$stamp.new"
  (cd "$home" && mvn -B -q -DskipTests package) >&2 || {
    echo "$script: the build failed; what went wrong stands above" >&2
    exit 1
  }
  mv "$stamp.new" "$stamp"
}
