package dev.dragoman.maven;

import dev.dragoman.generator.vendor.FetchOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** The settings of {@code settings.xml} for fetching a document. */
final class Connection {
  private final Settings settings;
  private final SettingsDecrypter decrypter;

  Connection(Settings settings, SettingsDecrypter decrypter) {
    this.settings = settings;
    this.decrypter = decrypter;
  }

  /**
   * Returns the fetch options, which do not depend on the URL: a refresh reads its URL later.
   *
   * @throws MojoFailureException if there is no server with this id
   */
  FetchOptions options(@Nullable String serverId) throws MojoFailureException {
    FetchOptions direct = FetchOptions.direct();
    SettingsProxies proxies = SettingsProxies.of(settings, decrypter);
    return new FetchOptions(
        proxies.isEmpty() ? Optional.empty() : Optional.of(proxies),
        proxies.credentials(),
        authorization(serverId),
        direct.maxBytes(),
        direct.timeout());
  }

  private Optional<String> authorization(@Nullable String serverId) throws MojoFailureException {
    if (serverId == null) {
      return Optional.empty();
    }
    Server server = settings.getServer(serverId);
    if (server == null) {
      throw new MojoFailureException(
          "settings.xml does not contain a server with the id " + serverId + ".");
    }
    Server open = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server)).getServer();
    String password = open.getPassword() == null ? "" : open.getPassword();
    if (open.getUsername() == null) {
      return Optional.of("Bearer " + password);
    }
    byte[] pair = (open.getUsername() + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
  }
}
