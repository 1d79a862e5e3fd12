package dev.dragoman.maven;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * The active proxies of {@code settings.xml}: for a URL, the one of its scheme or else the first;
 * none for excluded hosts.
 */
final class SettingsProxies extends ProxySelector {
  private final List<org.apache.maven.settings.Proxy> active;

  private SettingsProxies(List<org.apache.maven.settings.Proxy> active) {
    this.active = active;
  }

  static SettingsProxies of(Settings settings, SettingsDecrypter decrypter) {
    return new SettingsProxies(
        settings.getProxies().stream()
            .filter(org.apache.maven.settings.Proxy::isActive)
            .map(one -> decrypter.decrypt(new DefaultSettingsDecryptionRequest(one)).getProxy())
            .toList());
  }

  /** Whether the JVM's own proxy settings apply. */
  boolean isEmpty() {
    return active.isEmpty();
  }

  @Override
  public List<Proxy> select(URI url) {
    return active.stream()
        .filter(one -> String.valueOf(one.getProtocol()).equalsIgnoreCase(url.getScheme()))
        .findFirst()
        .or(() -> active.stream().findFirst())
        .filter(one -> !isDirect(String.valueOf(url.getHost()), one))
        .map(one -> new InetSocketAddress(one.getHost(), one.getPort()))
        .map(address -> List.of(new Proxy(Proxy.Type.HTTP, address)))
        .orElse(List.of(Proxy.NO_PROXY));
  }

  @Override
  public void connectFailed(URI url, SocketAddress address, IOException reason) {
    // The caller gets the exception too and reports it.
  }

  /** Hosts are separated by vertical bars or commas; an asterisk matches any text. */
  static boolean isDirect(String host, org.apache.maven.settings.Proxy proxy) {
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

  /** The credentials for proxies that require authentication; empty if no proxy has a user. */
  Optional<Authenticator> credentials() {
    if (active.stream().allMatch(one -> one.getUsername() == null)) {
      return Optional.empty();
    }
    return Optional.of(
        new Authenticator() {
          @Override
          protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY
                ? pair(getRequestingHost(), getRequestingPort())
                : null;
          }
        });
  }

  private @Nullable PasswordAuthentication pair(String host, int port) {
    return active.stream()
        .filter(one -> one.getUsername() != null)
        .filter(one -> one.getHost().equalsIgnoreCase(host) && one.getPort() == port)
        .findFirst()
        .map(
            one -> {
              String password = one.getPassword() == null ? "" : one.getPassword();
              return new PasswordAuthentication(one.getUsername(), password.toCharArray());
            })
        .orElse(null);
  }
}
