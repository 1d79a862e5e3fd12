package dev.dragoman.maven;

import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** The version of the running plugin, exact enough for a fingerprint. */
final class PluginVersion {
  private PluginVersion() {}

  /** The version; that of a snapshot has the time of its artifact, since it says nothing itself. */
  static String of(MojoExecution execution) {
    PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
    String version = plugin.getVersion();
    Artifact artifact = plugin.getPluginArtifact();
    boolean timed = version.endsWith("-SNAPSHOT") && artifact != null && artifact.getFile() != null;
    return timed ? version + "@" + artifact.getFile().lastModified() : version;
  }
}
