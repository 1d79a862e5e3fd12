package dev.dragoman.maven;

import dev.dragoman.generator.GeneratorBuild;
import org.apache.maven.plugin.MojoExecution;

/** The version of the running plugin, precise enough for a fingerprint. */
final class PluginVersion {
  private PluginVersion() {}

  /** The version as in a POM. */
  static String plain(MojoExecution execution) {
    return execution.getMojoDescriptor().getPluginDescriptor().getVersion();
  }

  /**
   * The version. A snapshot version includes a digest of the generator, since it does not identify
   * a build.
   */
  static String of(MojoExecution execution) {
    return of(plain(execution));
  }

  static String of(String version) {
    return version.endsWith("-SNAPSHOT") ? version + "@" + GeneratorBuild.identity() : version;
  }
}
