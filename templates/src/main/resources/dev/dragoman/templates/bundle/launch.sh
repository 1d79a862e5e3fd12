#!/bin/sh
# Starts the server of this bundle with the first Java 17 or later that is found: the bundle's own, JAVA_HOME, the
# one that macOS selects, the PATH, and the places where installers put it, because a desktop app does not have the
# PATH of a shell. Standard output is for MCP only.
cd "$(dirname "$0")" || exit 1
found=''

# Whether a program is Java 17 or later. /usr/bin/java of macOS only asks to install one.
suits() {
  if [ ! -f "$1" ] || { [ "$1" = /usr/bin/java ] && [ -x /usr/libexec/java_home ]; }; then
    return 1
  fi
  said=$("$1" -version 2>&1 < /dev/null)
  version=$(echo "$said" | sed -n 's/.* version "\([0-9][0-9]*\)\.*\([0-9]*\).*/\1 \2/p' | head -n 1)
  major=${version%% *}
  [ "$major" = 1 ] && major=${version##* }
  [ "${major:-0}" -ge 17 ] && return 0
  found="$found $1${major:+ (Java $major)}"
  return 1
}

# Some apps unpack a bundle without the permissions of its files.
[ -f runtime/bin/java ] && [ ! -x runtime/bin/java ] && chmod u+x runtime/bin/java runtime/lib/jspawnhelper 2> /dev/null

# The first start with a Java makes an archive of the server's classes, a few seconds later and beside the session;
# the next ones take about half the time with it. A Java to which it does not fit ignores it.
archive() {
  build=$(echo "$said" | sed -n 's/.*Runtime Environment.*(build \([A-Za-z0-9.+_-]*\)).*/\1/p' | head -n 1)
  archive=server-stdio-$build.jsa
  if [ -n "$build" ] && [ ! -f "$archive" ] && (set -C && : > "$archive.tried") 2> /dev/null; then
    (sleep 5 && exec "$java" -cp 'server.jar:lib/*' dev.dragoman.runtime.start.StartArchive stdio {{mainClass}}) \
      < /dev/null > /dev/null 2>&1 &
  fi
}

selected=''
[ -x /usr/libexec/java_home ] && selected=$(/usr/libexec/java_home -v 17+ 2> /dev/null)
for java in \
  runtime/bin/java \
  "${JAVA_HOME:-none}/bin/java" \
  "${selected:-none}/bin/java" \
  "$(command -v java)" \
  /opt/homebrew/opt/openjdk*/bin/java \
  /usr/local/opt/openjdk*/bin/java \
  /home/linuxbrew/.linuxbrew/opt/openjdk*/bin/java \
  /Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java \
  "${HOME:-none}"/Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java \
  "${HOME:-none}"/.sdkman/candidates/java/*/bin/java \
  "${HOME:-none}"/.jdks/*/bin/java \
  /usr/lib/jvm/*/bin/java \
  /opt/java/*/bin/java; do
  if suits "$java"; then
    archive
    exec "$java" {{options}} -XX:SharedArchiveFile="$archive" -cp 'server.jar:lib/*' {{mainClass}} --stdio "$@"
  fi
done

{
  echo "The MCP server for {{vendor}} requires Java 17 or later, which was not found on this computer."
  echo "Install it, for example from https://adoptium.net, and restart the app; or set JAVA_HOME to its folder."
  [ -z "$found" ] || echo "Not suitable:$found"
} >&2
exit 1
