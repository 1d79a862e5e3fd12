package dev.dragoman.maven;

import dev.dragoman.generator.GeneratorBuild;

import org.apache.maven.plugin.MojoExecution;

/** The version of the running plugin, exact enough for a fingerprint. */
final class PluginVersion {
  private PluginVersion() {}

  /** The version as a POM has it. */
  static String plain(MojoExecution execution) {
    return execution.getMojoDescriptor().getPluginDescriptor().getVersion();
  }

  /**
   * The version; that of a snapshot has the build of the generator, since it says nothing itself.
   */
  static String of(MojoExecution execution) {
    return of(plain(execution));
  }

  static String of(String version) {
    return version.endsWith("-SNAPSHOT") ? version + "@" + GeneratorBuild.identity() : version;
  }
}
