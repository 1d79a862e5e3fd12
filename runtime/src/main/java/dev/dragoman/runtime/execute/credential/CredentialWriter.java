package dev.dragoman.runtime.execute.credential;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.MissingCredentialException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides how a caller's credential is sent with an operation.
 *
 * <p>A credential is sent even if the document requires none: documents declare {@code security:
 * []} on operations whose result depends on the caller.
 */
public final class CredentialWriter {
  /** The header in which callers of a server of one API send their key. */
  public static final String KEY_HEADER = "Authorization";

  private static final String CERTIFICATE =
      "The operator of this server has to set one with --client-certificate and --client-key.";

  private final ServerDefinition definition;
  private final AccessNames names;
  private final Map<String, SecurityScheme> schemes;
  private final boolean certificate;
  private final String keyHeader;

  /** Creates a writer for connections that present a client certificate where one is required. */
  public CredentialWriter(ServerDefinition definition) {
    this(definition, true);
  }

  /**
   * Creates a writer.
   *
   * @param certificate whether the API gets a client certificate with each connection
   */
  public CredentialWriter(ServerDefinition definition, boolean certificate) {
    this(definition, certificate, KEY_HEADER);
  }

  /**
   * Like the above.
   *
   * @param keyHeader the header in which callers send their key, for messages
   */
  public CredentialWriter(ServerDefinition definition, boolean certificate, String keyHeader) {
    this.keyHeader = keyHeader;
    this.certificate = certificate;
    this.definition = definition;
    this.names = AccessNames.of(definition.vendor());
    this.schemes =
        definition.securitySchemes().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    SecurityScheme::name, scheme -> scheme, (first, again) -> first));
  }

  /**
   * The caller's credential in the form that the operation requires; none if the caller has none
   * and none is required.
   *
   * @throws MissingCredentialException if one is required but missing, or cannot be sent
   */
  public Credentials write(Operation operation, Caller caller) {
    Credentials credentials = Credentials.none();
    List<SecurityScheme> schemes = schemes(operation, caller, certificate);
    if (schemes.isEmpty() && isNeededBy(operation) && !isSentWithout(operation, certificate)) {
      throw new MissingCredentialException(refusal(operation, caller));
    }
    schemes.forEach(scheme -> credentials.add(scheme, sendable(secret(scheme, caller))));
    return credentials;
  }

  private String refusal(Operation operation, Caller caller) {
    boolean onlyCertificate =
        !certificate
            && alternatives(operation).stream()
                .allMatch(names -> served(names).isEmpty() || isOnConnection(names))
            && (isSentWithout(operation, true) || !schemes(operation, caller, true).isEmpty());
    if (onlyCertificate) {
      return "This operation requires a client certificate"
          + kinds(operation, this::isOnConnection).map(kinds -> ": " + kinds).orElse("")
          + ". "
          + CERTIFICATE
          + " Nothing was sent.";
    }
    return isServed(operation) || isWayOurs() ? missing(operation) : unserved(operation);
  }

  /** The caller's credential for a scheme, or the one for all schemes. */
  private static Optional<Secret> secret(SecurityScheme scheme, Caller caller) {
    return Optional.ofNullable(caller.credentials().get(scheme.name())).or(caller::credential);
  }

  private static String sendable(Optional<Secret> credential) {
    String secret = credential.map(Secret::reveal).orElse("");
    if (secret.isEmpty() || !secret.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F)) {
      throw new MissingCredentialException(
          "The credential of this connection is empty or contains line breaks or characters that are"
              + " not allowed in a header; nothing was sent. Set it again.");
    }
    return secret;
  }

  /** Whether every alternative of the operation's requirements needs a scheme. */
  public boolean isNeededBy(Operation operation) {
    List<List<String>> alternatives = alternatives(operation);
    return !alternatives.isEmpty() && alternatives.stream().noneMatch(List::isEmpty);
  }

  private List<List<String>> alternatives(Operation operation) {
    return operation.security().orElse(definition.security());
  }

  private String missing(Operation operation) {
    String schemes =
        alternatives(operation).stream()
            .map(together -> String.join(" with ", together))
            .distinct()
            .collect(Collectors.joining(" or "));
    return "This operation requires a credential: "
        + schemes
        + ". The person who set up this connection has to send it as \""
        + keyHeader
        + ": "
        + (keyHeader.equals(KEY_HEADER) ? "Bearer " : "")
        + "…\" (over stdio: "
        + names.apiKeyVariable()
        + ")"
        + basic(operation)
        + single(operation)
        + prefixed(operation)
        + certified(operation)
        + ". Nothing was sent.";
  }

  private String certified(Operation operation) {
    return certificate
        ? ""
        : kinds(operation, this::isOnConnection)
            .map(
                kinds ->
                    "; for "
                        + kinds
                        + ", the operator of this server has to set a client certificate with"
                        + " --client-certificate and --client-key")
            .orElse("");
  }

  /** The schemes of an operation that match, with their kinds; empty if there are none. */
  private Optional<String> kinds(Operation operation, Predicate<String> scheme) {
    String kinds =
        alternatives(operation).stream()
            .flatMap(List::stream)
            .filter(scheme)
            .distinct()
            .map(this::kind)
            .collect(Collectors.joining(", "));
    return Optional.of(kinds).filter(text -> !text.isEmpty());
  }

  /** Basic authentication needs a pair (RFC 7617); callers with a single key have to know. */
  private String basic(Operation operation) {
    return alternatives(operation).stream().anyMatch(names -> isBasic(served(names)))
        ? "; for basic authentication it is user:password"
        : "";
  }

  /** How to supply a key whose scheme may need a prefix. */
  private String prefixed(Operation operation) {
    boolean header =
        alternatives(operation).stream()
            .flatMap(List::stream)
            .flatMap(name -> scheme(name).stream())
            .anyMatch(
                scheme ->
                    scheme instanceof SecurityScheme.ApiKey key
                        && key.in() == SecurityScheme.Location.HEADER
                        && key.prefix().isEmpty());
    return header
        ? "; if the API expects a word before the key, the key is given with that word, as in"
            + " \"Token abc\", or the operator sets --auth-prefix"
        : "";
  }

  /** Whether a credential could be sent for any of the alternatives. */
  private boolean isServed(Operation operation) {
    return alternatives(operation).stream().anyMatch(names -> !served(names).isEmpty());
  }

  /**
   * Whether an alternative needs nothing that could be sent in a header: it relies on the
   * connection, as a client certificate does, or names schemes that the document does not declare.
   * Those may be among the operation's parameters; no header is made up for them.
   */
  private boolean isSentWithout(Operation operation, boolean certified) {
    return !isWayOurs()
        && alternatives(operation).stream()
            .filter(names -> certified || !isOnConnection(names))
            .anyMatch(
                names ->
                    names.stream()
                        .allMatch(name -> scheme(name).isEmpty() || isOnConnection(name)));
  }

  /** Whether the connection carries the credential of a scheme. */
  private boolean isOnConnection(String name) {
    return scheme(name).orElse(null) instanceof SecurityScheme.Unserved unserved
        && unserved.onConnection();
  }

  private boolean isOnConnection(List<String> names) {
    return names.stream().anyMatch(this::isOnConnection);
  }

  /** Whether the document declares no scheme at all, so that this server chooses how to send it. */
  private boolean isWayOurs() {
    return definition.securitySchemes().isEmpty();
  }

  private List<SecurityScheme> served(List<String> names) {
    return names.stream()
        .flatMap(name -> scheme(name).stream())
        .filter(scheme -> !(scheme instanceof SecurityScheme.Unserved))
        .toList();
  }

  private String unserved(Operation operation) {
    String schemes = kinds(operation, name -> true).orElse("");
    return "This operation requires a credential that this server cannot send: "
        + schemes
        + ". Nothing was sent, and the credential of another scheme is not sent instead. If the API"
        + " accepts a key nevertheless, the operator has to declare it under securitySchemes in the"
        + " configuration and rebuild the server.";
  }

  private String kind(String name) {
    String kind =
        scheme(name).orElse(null) instanceof SecurityScheme.Unserved unserved
            ? unserved.kind()
            : "not declared by the API's document";
    return "\"" + name + "\" (" + kind + ")";
  }

  /** How to supply several credentials if an alternative needs more than one. */
  private String single(Operation operation) {
    return alternatives(operation).stream()
        .filter(together -> together.size() > 1)
        .flatMap(List::stream)
        .findFirst()
        .map(
            scheme ->
                "; for several credentials, use a separate header for each, such as "
                    + names.credentialHeader(scheme))
        .orElse("");
  }

  /**
   * The schemes for which to send credentials; none if the caller has no matching one. If the
   * operation declares requirements, no other scheme's credential is sent.
   */
  private List<SecurityScheme> schemes(Operation operation, Caller caller, boolean certified) {
    Optional<List<SecurityScheme>> wanted =
        choose(
            alternatives(operation).stream()
                .filter(names -> certified || !isOnConnection(names))
                .toList(),
            caller);
    if (wanted.isPresent() || (isNeededBy(operation) && !isWayOurs())) {
      return wanted.orElse(List.of());
    }
    return choose(definition.security(), caller)
        .or(() -> choose(everySchemeAlone(), caller))
        .or(() -> undeclared(caller))
        .orElse(List.of());
  }

  /** The default way, if this server chooses it. */
  private Optional<List<SecurityScheme>> undeclared(Caller caller) {
    return isWayOurs()
        ? caller.credential().map(key -> List.of(new SecurityScheme.HttpBearer("bearer")))
        : Optional.empty();
  }

  private List<List<String>> everySchemeAlone() {
    return definition.securitySchemes().stream().map(scheme -> List.of(scheme.name())).toList();
  }

  /**
   * The alternative that matches the caller's credentials best: one of its auth mode, then the one
   * that needs the single key for the fewest schemes, then the shortest; of equal ones, the first.
   * An alternative that can be served completely is preferred to one that cannot.
   */
  private Optional<List<SecurityScheme>> choose(List<List<String>> alternatives, Caller caller) {
    boolean looksBasic =
        caller.credential().filter(key -> key.reveal().indexOf(':') >= 0).isPresent();
    return alternatives.stream()
        .sorted(Comparator.comparing(names -> served(names).size() < names.size()))
        .map(this::served)
        .filter(schemes -> !schemes.isEmpty())
        .filter(schemes -> schemes.stream().allMatch(one -> secret(one, caller).isPresent()))
        .min(
            Comparator.<List<SecurityScheme>, Long>comparing(
                    schemes -> ofOtherModes(schemes, caller))
                .thenComparing(schemes -> withoutOwn(schemes, caller))
                .thenComparing(List::size)
                .thenComparing(schemes -> isBasic(schemes) != looksBasic));
  }

  private long ofOtherModes(List<SecurityScheme> schemes, Caller caller) {
    return schemes.stream()
        .map(scheme -> definition.authModes().get(scheme.name()))
        .filter(mode -> mode != null && mode != caller.authMode())
        .count();
  }

  private static long withoutOwn(List<SecurityScheme> schemes, Caller caller) {
    return schemes.stream()
        .filter(scheme -> !caller.credentials().containsKey(scheme.name()))
        .count();
  }

  private Optional<SecurityScheme> scheme(String name) {
    return Optional.ofNullable(schemes.get(name));
  }

  /** A bearer token contains no colon (RFC 6750, section 2.1), user and password do. */
  private static boolean isBasic(List<SecurityScheme> schemes) {
    return schemes.stream().anyMatch(SecurityScheme.HttpBasic.class::isInstance);
  }
}
