package dev.dragoman.runtime;

import java.util.Objects;

/** How the API wants a credential to be sent (OpenAPI 3.1, section 4.8.27). */
public sealed interface SecurityScheme {

  /** The scheme's name in the document. */
  String name();

  /** A key in a header, a query parameter or a cookie. */
  record ApiKey(String name, Location in, String parameter) implements SecurityScheme {
    public ApiKey {
      Objects.requireNonNull(name);
      Objects.requireNonNull(in);
      Objects.requireNonNull(parameter);
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

  /** Another scheme of the HTTP authentication registry: {@code Authorization: <scheme> …}. */
  record HttpOther(String name, String scheme) implements SecurityScheme {
    public HttpOther {
      Objects.requireNonNull(name);
      Objects.requireNonNull(scheme);
    }
  }
}
