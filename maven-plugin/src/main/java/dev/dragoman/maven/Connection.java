package dev.dragoman.maven;

import dev.dragoman.generator.vendor.FetchOptions;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What {@code settings.xml} says about servers and proxies. */
final class Connection {
  private final MavenSession session;
  private final SettingsDecrypter decrypter;

  Connection(MavenSession session, SettingsDecrypter decrypter) {
    this.session = session;
    this.decrypter = decrypter;
  }

  FetchOptions options(@Nullable String source, @Nullable String serverId)
      throws MojoFailureException {
    FetchOptions direct = FetchOptions.direct();
    Optional<Proxy> proxy = proxy(source);
    return new FetchOptions(
        proxy.map(one -> ProxySelector.of(new InetSocketAddress(one.getHost(), one.getPort()))),
        proxy.filter(one -> one.getUsername() != null).map(Connection::credentials),
        authorization(serverId),
        direct.maxBytes(),
        direct.timeout());
  }

  private Optional<String> authorization(@Nullable String serverId) throws MojoFailureException {
    if (serverId == null) {
      return Optional.empty();
    }
    Server server = session.getSettings().getServer(serverId);
    if (server == null) {
      throw new MojoFailureException("settings.xml has no server with the id " + serverId + ".");
    }
    Server open = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server)).getServer();
    String password = open.getPassword() == null ? "" : open.getPassword();
    if (open.getUsername() == null) {
      return Optional.of("Bearer " + password);
    }
    byte[] pair = (open.getUsername() + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private Optional<Proxy> proxy(@Nullable String source) {
    Proxy active = session.getSettings().getActiveProxy();
    if (active == null || source == null || isDirect(host(source), active)) {
      return Optional.empty();
    }
    return Optional.of(decrypter.decrypt(new DefaultSettingsDecryptionRequest(active)).getProxy());
  }

  private static String host(String source) {
    try {
      return String.valueOf(URI.create(source).getHost());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Hosts are separated by bars or commas, and an asterisk stands for anything. */
  static boolean isDirect(String host, Proxy proxy) {
    String hosts = proxy.getNonProxyHosts();
    if (hosts == null) {
      return false;
    }
    for (String pattern : hosts.split("[|,]", -1)) {
      String regex = Pattern.quote(pattern.strip()).replace("*", "\\E.*\\Q");
      if (!pattern.isBlank() && host.matches("(?i)" + regex)) {
        return true;
      }
    }
    return false;
  }

  private static Authenticator credentials(Proxy proxy) {
    String password = proxy.getPassword() == null ? "" : proxy.getPassword();
    PasswordAuthentication pair =
        new PasswordAuthentication(proxy.getUsername(), password.toCharArray());
    return new Authenticator() {
      @Override
      protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        return getRequestorType() == RequestorType.PROXY ? pair : null;
      }
    };
  }
}
