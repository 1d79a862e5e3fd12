package dev.dragoman.runtime.execute.client.proxy;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads the variables {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code NO_PROXY}, in upper or
 * lower case; lower case takes precedence, as with curl.
 */
public final class ProxyVariables {
  private final Map<String, String> environment;
  private final Consumer<String> problems;

  /**
   * Creates a reader.
   *
   * @param problems receives a sentence per variable that cannot be used
   */
  public ProxyVariables(Map<String, String> environment, Consumer<String> problems) {
    this.environment = environment;
    this.problems = problems;
  }

  /** The proxies of the variables. */
  public Proxies read() {
    return new Proxies(proxy("http_proxy"), proxy("https_proxy"), exceptions());
  }

  /** One proxy for everything except the hosts in {@code NO_PROXY}. */
  public Proxies one(String source, String url) {
    Optional<Proxy> proxy = parse(source, url);
    return new Proxies(proxy, proxy, exceptions());
  }

  private Optional<Proxy> proxy(String lower) {
    return variable(lower).flatMap(name -> parse(name, environment.getOrDefault(name, "").strip()));
  }

  private Optional<Proxy> parse(String source, String url) {
    try {
      return Optional.of(Proxy.parse(source, url));
    } catch (IllegalArgumentException unusable) {
      problems.accept(String.valueOf(unusable.getMessage()));
      return Optional.empty();
    }
  }

  private ProxyExceptions exceptions() {
    return ProxyExceptions.parse(variable("no_proxy").map(environment::get).orElse(""));
  }

  private Optional<String> variable(String lower) {
    return Stream.of(lower, lower.toUpperCase(Locale.ROOT))
        .filter(name -> !environment.getOrDefault(name, "").isBlank())
        .findFirst();
  }
}
