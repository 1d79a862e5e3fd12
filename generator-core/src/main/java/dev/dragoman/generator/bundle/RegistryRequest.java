package dev.dragoman.generator.bundle;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * An entry of the MCP registry, as configured.
 *
 * @param target the {@code server.json} to write
 * @param name the server's name in reverse-DNS format, e.g. {@code com.example/acme}
 * @param bundleUrl where the bundle can be downloaded
 * @param image the name of the image, with its tag
 * @param remoteUrl the URL of the MCP endpoint, if the server is hosted
 * @param remoteOauth whether callers of the hosted server sign in with OAuth instead of sending a
 *     key
 */
public record RegistryRequest(
    Path target,
    String name,
    Optional<String> bundleUrl,
    Optional<String> image,
    Optional<String> remoteUrl,
    boolean remoteOauth) {
  public RegistryRequest {
    Objects.requireNonNull(target);
    Objects.requireNonNull(name);
    Objects.requireNonNull(bundleUrl);
    Objects.requireNonNull(image);
    Objects.requireNonNull(remoteUrl);
  }
}
