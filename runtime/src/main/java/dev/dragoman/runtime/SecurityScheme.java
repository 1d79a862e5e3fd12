package dev.dragoman.runtime;

import java.util.Objects;

/** How the API wants a credential to be sent (OpenAPI 3.1, section 4.8.27). */
public sealed interface SecurityScheme {

  /** The scheme's name in the document. */
  String name();

  /**
   * The same scheme, with a prefix written before each credential that does not begin with it, e.g.
   * {@code Token} for {@code Authorization: Token abc}.
   *
   * @param prefix one to 64 characters of visible ASCII with single blanks inside; one that ends in
   *     {@code =} or {@code :} is joined without a blank
   * @throws IllegalArgumentException if the prefix cannot be sent, or the scheme has no header of
   *     its own to put it in
   */
  default SecurityScheme withPrefix(String prefix) {
    if (!prefix.matches("(?=.{1,64}$)[\\x21-\\x7E]+( [\\x21-\\x7E]+)*")) {
      throw new IllegalArgumentException(
          "a prefix is one to 64 visible ASCII characters, with single blanks inside");
    }
    if (this instanceof ApiKey key && key.in() == Location.HEADER) {
      return new ApiKey(key.name(), key.in(), key.parameter(), prefix);
    } else if (this instanceof HttpBearer || this instanceof HttpOther) {
      return new HttpOther(name(), prefix);
    }
    throw new IllegalArgumentException(
        "the scheme \"" + name() + "\" has no header whose value could begin with a prefix");
  }

  /** Whether the credential is the value of {@code Authorization} and not encoded further. */
  default boolean isAuthorization() {
    return this instanceof HttpBearer
        || this instanceof HttpOther
        || (this instanceof ApiKey key
            && key.in() == Location.HEADER
            && key.parameter().equalsIgnoreCase("Authorization"));
  }

  /**
   * A key in a header, a query parameter or a cookie.
   *
   * @param prefix what the header's value begins with; empty for the key alone
   */
  record ApiKey(String name, Location in, String parameter, String prefix)
      implements SecurityScheme {
    public ApiKey {
      Objects.requireNonNull(name);
      Objects.requireNonNull(in);
      Objects.requireNonNull(parameter);
      Objects.requireNonNull(prefix);
    }

    /** A key that is sent alone. */
    public ApiKey(String name, Location in, String parameter) {
      this(name, in, parameter, "");
    }
  }

  /** Where an API key goes. */
  enum Location {
    HEADER,
    QUERY,
    COOKIE
  }

  /** {@code Authorization: Basic …} (RFC 7617); the credential is {@code user:password}. */
  record HttpBasic(String name) implements SecurityScheme {
    public HttpBasic {
      Objects.requireNonNull(name);
    }
  }

  /** {@code Authorization: Bearer …} (RFC 6750): http bearer, oauth2 and openIdConnect alike. */
  record HttpBearer(String name) implements SecurityScheme {
    public HttpBearer {
      Objects.requireNonNull(name);
    }
  }

  /**
   * Another scheme of HTTP authentication: {@code Authorization: <scheme> …}.
   *
   * @param scheme its name in the spelling that is sent
   */
  record HttpOther(String name, String scheme) implements SecurityScheme {
    public HttpOther {
      Objects.requireNonNull(name);
      Objects.requireNonNull(scheme);
    }
  }

  /**
   * A scheme that no fixed header can serve, such as Digest or a client certificate. Nothing is
   * ever sent for it.
   *
   * @param kind what the document says it is, e.g. {@code http digest}
   * @param onConnection whether the connection itself carries it, as TLS does: the request is then
   *     sent without a credential
   */
  record Unserved(String name, String kind, boolean onConnection) implements SecurityScheme {
    public Unserved {
      Objects.requireNonNull(name);
      Objects.requireNonNull(kind);
    }
  }
}
