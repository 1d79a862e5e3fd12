package dev.dragoman.generator.lock;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.SecuritySchemeModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the credentials that an operation accepts as one word, in which spaces cannot occur. */
public final class AuthText {
  private final List<SecurityRequirement> ofApi;
  private final Map<String, String> schemes = new TreeMap<>();

  /** Creates the text for an API's operations. */
  public AuthText(ApiModel api) {
    this.ofApi = api.security();
    for (SecuritySchemeModel scheme : api.securitySchemes()) {
      schemes.put(scheme.name(), kind(scheme));
    }
  }

  /**
   * The alternatives in document order, e.g. {@code apiKey:header:X-Key|oauth2[repo]}. Schemes
   * appear by their kind rather than their name, so that renaming a scheme is not a change.
   */
  public String of(OperationModel operation) {
    List<SecurityRequirement> requirements = operation.security().orElse(ofApi);
    return requirements.isEmpty()
        ? "none"
        : requirements.stream().map(this::together).collect(Collectors.joining("|"));
  }

  private String together(SecurityRequirement requirement) {
    return requirement.schemes().isEmpty()
        ? "none"
        : new TreeMap<>(requirement.schemes())
            .entrySet().stream()
                .map(scheme -> one(scheme.getKey(), scheme.getValue()))
                .collect(Collectors.joining("+"));
  }

  private String one(String name, List<String> scopes) {
    String kind = schemes.getOrDefault(name, Token.encode(name));
    return scopes.isEmpty()
        ? kind
        : kind
            + scopes.stream()
                .sorted()
                .map(Token::encode)
                .collect(Collectors.joining(",", "[", "]"));
  }

  private static String kind(SecuritySchemeModel scheme) {
    String detail =
        switch (scheme.type()) {
          case "apiKey" -> ":" + scheme.in() + ":" + scheme.parameter();
          case "http" -> ":" + scheme.scheme().toLowerCase(Locale.ROOT);
          default -> "";
        };
    return Token.encode(scheme.type() + detail);
  }
}
