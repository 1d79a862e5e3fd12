package dev.dragoman.maven.project;

import java.util.Optional;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.model.Plugin;

/** Compares the versions of plugins; an unknown version is assumed to be new enough. */
final class PluginRelease {
  private PluginRelease() {}

  static boolean isOlder(Plugin plugin, String version) {
    return Optional.ofNullable(plugin.getVersion())
        .map(DefaultArtifactVersion::new)
        .filter(known -> known.compareTo(new DefaultArtifactVersion(version)) < 0)
        .isPresent();
  }

  /** The plugin with a version, for pasting into a POM. */
  static String pin(String artifactId, String version) {
    return String.join(
        System.lineSeparator(),
        "  <plugin>",
        "    <artifactId>" + artifactId + "</artifactId>",
        "    <version>" + version + "</version>",
        "  </plugin>");
  }
}
