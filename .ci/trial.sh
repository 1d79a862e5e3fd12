# Read by the scripts that do what a user does, away from the project. The Maven on the PATH gets the
# repository of the plugin's test projects, where "mvn -pl maven-plugin -am verify" installs what was
# built; nothing of the user's own is changed. Sets $root, $work (a folder that goes at the end) and
# $plugin, the plugin's coordinates. .ci/release names another repository, settings and version.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
trial_repository=${TRIAL_REPOSITORY:-$root/maven-plugin/target/it-repository}
[ -d "$trial_repository" ] || { echo "$0: run mvn -pl maven-plugin -am verify first" >&2; exit 1; }
trial_version=$(sed -n 's|.*<version>\(.*\)</version>.*|\1|p' "$root/pom.xml" | head -1)
plugin=dev.dragoman:dragoman-maven-plugin:${TRIAL_VERSION:-$trial_version}
work=$(mktemp -d)
trial_servers=()
# A server may have ended already, or there may be none: neither is a failure.
trap 'kill "${trial_servers[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

mkdir "$work/bin"
if [ -n "${TRIAL_SETTINGS:-}" ]; then
  cp "$TRIAL_SETTINGS" "$work/settings.xml"
else
  sed "s|@localRepositoryUrl@|file://$HOME/.m2/repository|" "$root/maven-plugin/src/it/settings.xml" > "$work/settings.xml"
fi
cat > "$work/bin/mvn" <<END
#!/bin/sh
exec "$(command -v mvn)" -s "$work/settings.xml" -Dmaven.repo.local="$trial_repository" \\
  -Dorg.slf4j.simpleLogger.defaultLogLevel=warn "\$@"
END
chmod +x "$work/bin/mvn"
PATH=$work/bin:$PATH

# Serves a folder on loopback; sets $url.
serve() {
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" "$root/.ci/FileServer.java" "$1" > "$work/url" &
  trial_servers+=($!)
  until [ -s "$work/url" ]; do sleep 0.2; done
  url=$(cat "$work/url")
}
