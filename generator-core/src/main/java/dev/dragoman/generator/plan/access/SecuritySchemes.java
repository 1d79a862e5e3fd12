package dev.dragoman.generator.plan.access;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.SecuritySchemeModel;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.SecurityScheme.ApiKey;
import dev.dragoman.runtime.SecurityScheme.HttpBasic;
import dev.dragoman.runtime.SecurityScheme.HttpBearer;
import dev.dragoman.runtime.SecurityScheme.HttpOther;
import dev.dragoman.runtime.SecurityScheme.Location;
import dev.dragoman.runtime.SecurityScheme.Unserved;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Converts the document's security schemes to those of the runtime. */
public final class SecuritySchemes {
  /**
   * Schemes of the IANA registry, and others in use, whose credentials are computed for each
   * request: from a challenge, a signature or several messages. Any other name is assumed to be a
   * word before a key.
   */
  private static final Set<String> NOT_FIXED =
      Set.of(
          "aws4-hmac-sha256",
          "concealed",
          "digest",
          "dpop",
          "eg1-hmac-sha256",
          "gnap",
          "hawk",
          "hmac",
          "hoba",
          "kerberos",
          "mutual",
          "negotiate",
          "ntlm",
          "oauth",
          "privatetoken",
          "scram-sha-1",
          "scram-sha-256",
          "signature",
          "vapid");

  private SecuritySchemes() {}

  /**
   * The schemes of an API. A scheme that the server cannot use is included as {@link Unserved},
   * with a warning, so that operations which need it are refused with a reason.
   */
  public static List<SecurityScheme> of(ApiModel api, Problems problems) {
    List<SecurityScheme> schemes = new ArrayList<>();
    for (SecuritySchemeModel model : api.securitySchemes()) {
      SecurityScheme scheme = scheme(model);
      if (scheme instanceof Unserved unserved) {
        warn(model, unserved, problems);
        schemes.add(unserved);
      } else {
        schemes.add(prefixed(model, scheme, problems));
      }
    }
    return schemes;
  }

  private static void warn(SecuritySchemeModel model, Unserved scheme, Problems problems) {
    problems.warning(
        "DRG-PLAN-003",
        model.location(),
        "The server cannot send credentials of this scheme (" + scheme.kind() + ").",
        scheme.onConnection()
            ? "Operations that require it are refused unless the server is started with"
                + " --client-certificate, or reaches the API over plain HTTP through a program that"
                + " presents the certificate."
            : "Operations that require it and accept no other scheme are refused. If the API accepts a"
                + " key, declare how under securitySchemes in the configuration.");
  }

  /** Adds the operator's prefix; without one, warns if the document's prose mentions a prefix. */
  private static SecurityScheme prefixed(
      SecuritySchemeModel model, SecurityScheme scheme, Problems problems) {
    if (model.prefix().isEmpty()) {
      PrefixWords.warn(model, scheme, problems);
      return scheme;
    }
    try {
      return scheme.withPrefix(model.prefix());
    } catch (IllegalArgumentException e) {
      problems.error(
          "DRG-PLAN-014",
          model.location(),
          "securitySchemes gives \"" + model.name() + "\" a prefix: " + e.getMessage() + ".",
          "Remove it.");
      return scheme;
    }
  }

  /**
   * The scheme for a type of the Security Scheme Object (OpenAPI 3.2). Tokens of OAuth 2.0 and
   * OpenID Connect are sent as bearer tokens (RFC 6750).
   */
  private static SecurityScheme scheme(SecuritySchemeModel model) {
    return switch (model.type()) {
      case "apiKey" -> new ApiKey(model.name(), location(model), model.parameter());
      case "http" -> http(model);
      case "oauth2", "openIdConnect" -> new HttpBearer(model.name());
      case "mutualTLS" -> new Unserved(model.name(), model.type(), true);
      default -> new Unserved(model.name(), model.type(), false);
    };
  }

  private static SecurityScheme http(SecuritySchemeModel model) {
    String scheme = model.scheme().toLowerCase(Locale.ROOT);
    if (NOT_FIXED.contains(scheme)) {
      return new Unserved(model.name(), "http " + model.scheme(), false);
    }
    return switch (scheme) {
      case "basic" -> new HttpBasic(model.name());
      case "bearer", "" -> new HttpBearer(model.name());
      default -> new HttpOther(model.name(), model.scheme());
    };
  }

  private static Location location(SecuritySchemeModel model) {
    return switch (model.in()) {
      case "query" -> Location.QUERY;
      case "cookie" -> Location.COOKIE;
      default -> Location.HEADER;
    };
  }
}
