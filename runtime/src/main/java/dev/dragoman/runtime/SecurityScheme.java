package dev.dragoman.runtime;

import java.util.Objects;

/** How the API expects a credential to be sent (OpenAPI 3.1, section 4.8.27). */
public sealed interface SecurityScheme {

  /** The scheme's name in the document. */
  String name();

  /**
   * This scheme with a prefix that is added to each credential that does not start with it, e.g.
   * {@code Token} for {@code Authorization: Token abc}.
   *
   * @param prefix one to 64 visible ASCII characters with single spaces between them; a prefix that
   *     ends in {@code =} or {@code :} is joined without a space
   * @throws IllegalArgumentException if the prefix cannot be sent, or if the scheme has no header
   *     of its own
   */
  default SecurityScheme withPrefix(String prefix) {
    if (!prefix.matches("(?=.{1,64}$)[\\x21-\\x7E]+( [\\x21-\\x7E]+)*")) {
      throw new IllegalArgumentException(
          "a prefix consists of one to 64 visible ASCII characters with single spaces between them");
    }
    if (this instanceof ApiKey key && key.in() == Location.HEADER) {
      return new ApiKey(key.name(), key.in(), key.parameter(), prefix);
    } else if (this instanceof HttpBearer || this instanceof HttpOther) {
      return new HttpOther(name(), prefix);
    }
    throw new IllegalArgumentException(
        "the scheme \"" + name() + "\" is not sent in a header, so a prefix cannot be added");
  }

  /** Whether the credential is the unencoded value of the {@code Authorization} header. */
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
   * @param prefix the prefix of the header's value; empty for the key alone
   */
  record ApiKey(String name, Location in, String parameter, String prefix)
      implements SecurityScheme {
    public ApiKey {
      Objects.requireNonNull(name);
      Objects.requireNonNull(in);
      Objects.requireNonNull(parameter);
      Objects.requireNonNull(prefix);
    }

    /** A key that is sent without a prefix. */
    public ApiKey(String name, Location in, String parameter) {
      this(name, in, parameter, "");
    }
  }

  /** The location of an API key. */
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
   * Another HTTP authentication scheme: {@code Authorization: <scheme> …}.
   *
   * @param scheme the scheme's name, spelled as it is sent
   */
  record HttpOther(String name, String scheme) implements SecurityScheme {
    public HttpOther {
      Objects.requireNonNull(name);
      Objects.requireNonNull(scheme);
    }
  }

  /**
   * A scheme that cannot be expressed as a fixed header, such as Digest or a client certificate.
   * Nothing is ever sent for it.
   *
   * @param kind the scheme as described in the document, e.g. {@code http digest}
   * @param onConnection whether the connection itself carries the credential, as with TLS: the
   *     request is then sent without one
   */
  record Unserved(String name, String kind, boolean onConnection) implements SecurityScheme {
    public Unserved {
      Objects.requireNonNull(name);
      Objects.requireNonNull(kind);
    }
  }
}
