package dev.dragoman.generator.module;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request to set up a module.
 *
 * @param vendoring the document; the module determines its folder
 * @param directory the module's root
 * @param groupId Maven coordinates
 * @param artifactId Maven coordinates; derived from the vendor's name if empty
 * @param packageName package of the generated classes; derived from groupId and the vendor's name
 *     if empty
 * @param apiName the vendor's name; derived from the API's title if empty
 * @param versions the versions of {@code dragoman} and of the plugins and libraries in the POM, by
 *     name
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
