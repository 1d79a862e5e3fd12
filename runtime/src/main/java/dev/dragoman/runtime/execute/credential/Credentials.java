package dev.dragoman.runtime.execute.credential;

import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.execute.MissingCredentialException;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A credential in the form in which it is sent. {@link #toString} does not reveal it. */
public final class Credentials {

  /** Shorter words of a credential, such as the name of its scheme, are not secrets. */
  private static final int MIN_WORD = 8;

  private static final Pattern SEPARATORS = Pattern.compile("[ ,;\"]+");

  private final List<Pair> headers = new ArrayList<>();
  private final List<Pair> query = new ArrayList<>();
  private final List<Pair> cookies = new ArrayList<>();
  private final List<String> spellings = new ArrayList<>();

  /** No credential. */
  public static Credentials none() {
    return new Credentials();
  }

  /**
   * Adds a credential as required by a scheme.
   *
   * @throws MissingCredentialException if it cannot be written there
   */
  void add(SecurityScheme scheme, String secret) {
    spell(secret);
    if (scheme instanceof SecurityScheme.ApiKey key) {
      String value =
          key.in() == SecurityScheme.Location.HEADER ? SchemeValue.of(scheme, secret) : secret;
      if (key.in() == SecurityScheme.Location.COOKIE && value.indexOf(';') >= 0) {
        throw new MissingCredentialException(
            "The security scheme \""
                + key.name()
                + "\" sends its credential as the cookie \""
                + key.parameter()
                + "\", and this connection's credential contains a semicolon, which is not allowed in a"
                + " cookie; nothing was sent. Set it again.");
      }
      spell(value);
      place(key.in(), key.parameter(), value);
    } else if (scheme instanceof SecurityScheme.HttpBasic) {
      String basic = basic(SchemeValue.withoutBasic(secret));
      spell(basic);
      place(SecurityScheme.Location.HEADER, "Authorization", "Basic " + basic);
    } else if (!(scheme instanceof SecurityScheme.Unserved)) {
      place(SecurityScheme.Location.HEADER, "Authorization", SchemeValue.of(scheme, secret));
    }
  }

  /** Each word of a credential except the first is treated as a secret, too. */
  private void spell(String secret) {
    spellings.add(secret);
    String[] words = SEPARATORS.split(secret, -1);
    for (int i = 1; i < words.length; i++) {
      String value = words[i].substring(words[i].indexOf('=') + 1);
      Stream.of(words[i], value).filter(word -> word.length() >= MIN_WORD).forEach(spellings::add);
    }
  }

  /**
   * Puts a credential at its place. Where schemes required together share a place, as two of OAuth
   * share {@code Authorization}, the first one has it: a second field of that name would make the
   * request ambiguous (RFC 9110, section 5.3).
   */
  private void place(SecurityScheme.Location location, String name, String value) {
    List<Pair> pairs =
        switch (location) {
          case HEADER -> headers;
          case QUERY -> query;
          case COOKIE -> cookies;
        };
    boolean header = location == SecurityScheme.Location.HEADER;
    if (pairs.stream()
        .map(Pair::name)
        .noneMatch(taken -> header ? taken.equalsIgnoreCase(name) : taken.equals(name))) {
      pairs.add(new Pair(name, value));
    }
  }

  /**
   * Base64 of {@code user:password} (RFC 7617). A value that is already encoded is kept; a key
   * without colon becomes the user name with an empty password, as required by Stripe and many
   * others.
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

  /** The request's headers with the credential's, which take precedence. */
  public List<Pair> headers(List<Pair> given) {
    Stream<Pair> kept =
        given.stream().filter(pair -> headers.stream().noneMatch(own -> sameHeader(own, pair)));
    return Stream.concat(kept, headers.stream()).toList();
  }

  private static boolean sameHeader(Pair left, Pair right) {
    return left.name().equalsIgnoreCase(right.name());
  }

  /**
   * The request's cookies with the credential's, as the value of {@code Cookie}; may be empty.
   *
   * @param given each as {@code name=value}
   */
  public String cookies(List<String> given) {
    if (given.isEmpty() && cookies.isEmpty()) {
      return "";
    }
    Stream<String> kept =
        given.stream().filter(cookie -> cookies.stream().noneMatch(own -> isCookie(cookie, own)));
    Stream<String> added = cookies.stream().map(own -> own.name() + "=" + own.value());
    return Stream.concat(kept, added).collect(Collectors.joining("; "));
  }

  private static boolean isCookie(String cookie, Pair own) {
    return cookie.split("=", 2)[0].strip().equals(own.name());
  }

  /**
   * The request's raw query, in which the credential's parameters replace those of the same name.
   */
  public String query(String given) {
    if (query.isEmpty()) {
      return given;
    }
    Stream<String> kept =
        Stream.of(given.split("&", -1))
            .filter(part -> !part.isEmpty() && query.stream().noneMatch(own -> isNamed(part, own)));
    Stream<String> added =
        query.stream().map(pair -> encode(pair.name()) + "=" + encode(pair.value()));
    return Stream.concat(kept, added).collect(Collectors.joining("&"));
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

  /** All spellings of the credential in a response that repeats the request. */
  public List<String> spellings() {
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
