package dev.dragoman.maven;

import dev.dragoman.generator.GeneratorBuild;
import org.apache.maven.plugin.MojoExecution;

/** The version of the running plugin. */
final class PluginVersion {
  private PluginVersion() {}

  /** The version as in a POM. */
  static String plain(MojoExecution execution) {
    return execution.getMojoDescriptor().getPluginDescriptor().getVersion();
  }

  /** The version, precise enough for a fingerprint. */
  static String of(MojoExecution execution) {
    return GeneratorBuild.fingerprint(plain(execution));
  }
}
