package dev.dragoman.generator.module;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A module to set up.
 *
 * @param vendoring the document; its folder is set by the module
 * @param directory the module's root
 * @param groupId Maven coordinates
 * @param artifactId Maven coordinates; from the vendor's name when empty
 * @param packageName package of the generated classes; from groupId and the vendor's name when
 *     empty
 * @param apiName the vendor's word; from the API's title when empty
 * @param versions of {@code dragoman} and of the plugins and libraries that the POM names, by name
 */
public record ModuleRequest(
    VendorRequest vendoring,
    Path directory,
    String groupId,
    Optional<String> artifactId,
    Optional<String> packageName,
    Optional<String> apiName,
    Map<String, String> versions) {
  public ModuleRequest {
    Objects.requireNonNull(vendoring);
    directory = directory.toAbsolutePath().normalize();
    Objects.requireNonNull(groupId);
    Objects.requireNonNull(artifactId);
    Objects.requireNonNull(packageName);
    Objects.requireNonNull(apiName);
    versions = Map.copyOf(versions);
  }
}
