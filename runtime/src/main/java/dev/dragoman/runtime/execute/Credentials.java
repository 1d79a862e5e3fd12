package dev.dragoman.runtime.execute;

import dev.dragoman.runtime.ApiRequest.Pair;
import dev.dragoman.runtime.SecurityScheme;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A credential as it goes on the wire. Prints nothing of itself. */
final class Credentials {
  private final List<Pair> headers = new ArrayList<>();
  private final List<Pair> query = new ArrayList<>();
  private final List<Pair> cookies = new ArrayList<>();
  private final List<String> spellings = new ArrayList<>();

  /** No credential at all. */
  static Credentials none() {
    return new Credentials();
  }

  /** Adds the credential the way a scheme wants it. */
  void add(SecurityScheme scheme, String secret) {
    spellings.add(secret);
    if (scheme instanceof SecurityScheme.ApiKey key) {
      place(key.in()).add(new Pair(key.parameter(), secret));
    } else if (scheme instanceof SecurityScheme.HttpBasic) {
      String basic = basic(secret);
      spellings.add(basic);
      authorization("Basic", basic);
    } else if (scheme instanceof SecurityScheme.HttpOther other) {
      authorization(other.scheme(), secret);
    } else if (scheme instanceof SecurityScheme.HttpBearer) {
      authorization("Bearer", secret);
    }
  }

  private List<Pair> place(SecurityScheme.Location location) {
    return switch (location) {
      case HEADER -> headers;
      case QUERY -> query;
      case COOKIE -> cookies;
    };
  }

  private void authorization(String scheme, String value) {
    headers.add(new Pair("Authorization", scheme + " " + value));
  }

  /**
   * Base64 of {@code user:password} (RFC 7617). What is that already stays; a key without colon
   * becomes the user name of an empty password, as Stripe and many others want it.
   */
  private static String basic(String secret) {
    if (secret.indexOf(':') < 0 && isEncoded(secret)) {
      return secret;
    }
    String userAndPassword = secret.indexOf(':') < 0 ? secret + ":" : secret;
    return Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isEncoded(String secret) {
    try {
      String decoded = new String(Base64.getDecoder().decode(secret), StandardCharsets.UTF_8);
      return decoded.indexOf(':') >= 0
          && decoded.chars().allMatch(unit -> unit >= ' ' && unit < 127);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /** The request's headers with the credential's; where both have a name, the credential's. */
  List<Pair> headers(List<Pair> given) {
    Stream<Pair> kept =
        given.stream().filter(pair -> headers.stream().noneMatch(own -> sameHeader(own, pair)));
    return Stream.concat(kept, headers.stream()).toList();
  }

  private static boolean sameHeader(Pair left, Pair right) {
    return left.name().equalsIgnoreCase(right.name());
  }

  /** The request's cookies with the credential's, as the value of {@code Cookie}; may be empty. */
  String cookies(List<Pair> given) {
    Stream<Pair> kept =
        given.stream()
            .filter(pair -> cookies.stream().noneMatch(own -> own.name().equals(pair.name())));
    return Stream.concat(kept, cookies.stream())
        .map(pair -> pair.name() + "=" + pair.value())
        .collect(Collectors.joining("; "));
  }

  /** The request's raw query with the credential's parameters in place of any of these names. */
  String query(String given) {
    Stream<String> kept =
        Stream.of(given.split("&", -1))
            .filter(part -> !part.isEmpty() && query.stream().noneMatch(own -> isNamed(part, own)));
    Stream<String> added =
        query.stream().map(pair -> encode(pair.name()) + "=" + encode(pair.value()));
    return query.isEmpty() ? given : Stream.concat(kept, added).collect(Collectors.joining("&"));
  }

  private static boolean isNamed(String part, Pair own) {
    int equals = part.indexOf('=');
    String name = equals < 0 ? part : part.substring(0, equals);
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8).equals(own.name());
    } catch (IllegalArgumentException strayPercent) {
      return false;
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /** Every way the credential can stand in an answer that repeats the request. */
  List<String> spellings() {
    return spellings.stream()
        .flatMap(secret -> Stream.of(secret, encode(secret)))
        .distinct()
        .toList();
  }

  @Override
  public String toString() {
    return "***";
  }
}
