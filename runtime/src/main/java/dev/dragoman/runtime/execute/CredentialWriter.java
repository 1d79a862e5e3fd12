package dev.dragoman.runtime.execute;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides how a caller's credential is sent with an operation.
 *
 * <p>A credential is sent even where the document asks for none: documents declare {@code security:
 * []} on operations that tell who the caller is.
 */
final class CredentialWriter {
  private final ServerDefinition definition;

  CredentialWriter(ServerDefinition definition) {
    this.definition = definition;
  }

  /**
   * The caller's credential as this operation wants it; none when the caller has none and none is
   * needed.
   *
   * @throws MissingCredentialException if one is needed, or the one there cannot be sent
   */
  Credentials write(Operation operation, Caller caller) {
    Credentials credentials = Credentials.none();
    if (caller.credential().isEmpty()) {
      if (isNeededBy(operation)) {
        throw new MissingCredentialException(missing(operation));
      }
      return credentials;
    }
    String secret = caller.credential().get().reveal();
    if (secret.isEmpty() || !secret.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F)) {
      throw new MissingCredentialException(
          "The credential of this connection is empty or holds line breaks or characters that no"
              + " header can carry; nothing was sent. Set it again.");
    }
    schemes(operation, secret).forEach(scheme -> credentials.add(scheme, secret));
    return credentials;
  }

  /** Whether every alternative of the operation's requirements needs a scheme. */
  boolean isNeededBy(Operation operation) {
    List<List<String>> alternatives = alternatives(operation);
    return !alternatives.isEmpty() && alternatives.stream().noneMatch(List::isEmpty);
  }

  private List<List<String>> alternatives(Operation operation) {
    return operation.security().orElse(definition.security());
  }

  private String missing(Operation operation) {
    String names =
        alternatives(operation).stream()
            .map(together -> String.join(" with ", together))
            .distinct()
            .collect(Collectors.joining(" or "));
    return "This operation needs a credential: "
        + names
        + ". Whoever set up this connection sends it as \"Authorization: Bearer …\" (over stdio: "
        + AccessNames.of(definition.vendor()).apiKeyVariable()
        + "). Nothing was sent.";
  }

  private List<SecurityScheme> schemes(Operation operation, String secret) {
    return choose(alternatives(operation), secret)
        .or(() -> choose(definition.security(), secret))
        .or(() -> choose(everySchemeAlone(), secret))
        .orElseGet(() -> List.of(new SecurityScheme.HttpBearer("bearer")));
  }

  private List<List<String>> everySchemeAlone() {
    return definition.securitySchemes().stream().map(scheme -> List.of(scheme.name())).toList();
  }

  /** The alternative that one credential fits best: of equal ones, the first. */
  private Optional<List<SecurityScheme>> choose(List<List<String>> alternatives, String secret) {
    return alternatives.stream()
        .map(names -> names.stream().flatMap(name -> scheme(name).stream()).toList())
        .filter(schemes -> !schemes.isEmpty())
        .min(
            Comparator.<List<SecurityScheme>>comparingInt(List::size)
                .thenComparing(schemes -> isBasic(schemes) != secret.indexOf(':') >= 0));
  }

  private Optional<SecurityScheme> scheme(String name) {
    return definition.securitySchemes().stream()
        .filter(scheme -> scheme.name().equals(name))
        .findFirst();
  }

  /** A bearer token holds no colon (RFC 6750, section 2.1), user and password do. */
  private static boolean isBasic(List<SecurityScheme> schemes) {
    return schemes.stream().anyMatch(SecurityScheme.HttpBasic.class::isInstance);
  }
}
