package dev.dragoman.runtime.guard;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides whether a caller may run an operation: a pure function of the two, under a ceiling that
 * the operator sets once and no caller can raise.
 *
 * <p>These conditions must be met: the ceiling and the caller's access mode allow the operation's
 * level; the operation is available in the caller's auth mode; a caller with an OAuth grant is in
 * user mode; its grant has the required scopes; and, where access tokens limit callers to
 * organizations, the organization of an operation that acts in one is unambiguous. A connection may
 * be limited to the operations of a tag by its URL, too. A refusal lists everything that prevents
 * the call, unless the ceiling does, because the caller cannot change that.
 */
public final class Guard {
  private final AccessNames names;
  private final AccessMode ceiling;
  private final ScopeRules scopes;
  private final OrganizationLimit organizations;
  private final OperationFacts facts;

  /** A guard without an operator-defined ceiling. */
  public Guard(AccessNames names) {
    this(names, AccessMode.FULL_ACCESS);
  }

  /**
   * Creates a guard.
   *
   * @param ceiling the most that any caller may do, regardless of what it requests
   */
  public Guard(AccessNames names, AccessMode ceiling) {
    this(names, ceiling, ScopeRules.NONE);
  }

  /** A guard that also knows which scopes belong to each access level. */
  public Guard(AccessNames names, AccessMode ceiling, ScopeRules scopes) {
    this(names, ceiling, scopes, OperationFacts.NONE);
  }

  /**
   * Creates a guard that also knows what the document says of operations.
   *
   * @param facts must be consistent for the same operation
   */
  public Guard(AccessNames names, AccessMode ceiling, ScopeRules scopes, OperationFacts facts) {
    this.names = Objects.requireNonNull(names);
    this.ceiling = Objects.requireNonNull(ceiling);
    this.scopes = Objects.requireNonNull(scopes);
    this.facts = Objects.requireNonNull(facts);
    this.organizations = new OrganizationLimit(names, facts::takesOrganization);
  }

  /** Decides; called when search lists an operation and again when execute runs it. */
  public Decision decide(Operation operation, Caller caller) {
    if (!ceiling.allows(operation.access())) {
      return refusal(operation, List.of(underCeiling(operation)), List.of());
    }
    List<Obstacle> obstacles = new ArrayList<>();
    tag(operation, caller).ifPresent(obstacles::add);
    accessMode(operation, caller).ifPresent(obstacles::add);
    authMode(operation, caller).ifPresent(obstacles::add);
    organizations.obstacle(operation, caller).ifPresent(obstacles::add);
    List<String> lacking = lacking(operation, caller);
    boolean onlyScopes = obstacles.isEmpty();
    if (!lacking.isEmpty()) {
      obstacles.add(scopes(lacking));
    }
    return obstacles.isEmpty()
        ? new Permit(operation, caller, organizations.rule(operation, caller))
        : refusal(operation, obstacles, onlyScopes ? lacking : List.of());
  }

  /**
   * Decides about the organizations in a permitted call; called before it is sent.
   *
   * @param others values other than the permit's organization, by location, shortened for use in a
   *     message
   */
  public Optional<Refusal> refusal(Permit permit, Map<String, String> others) {
    return permit
        .organization()
        .filter(rule -> rule.exclusive() && !others.isEmpty())
        .map(rule -> organizations.refusal(permit, rule, others));
  }

  private static Refusal refusal(
      Operation operation, List<Obstacle> obstacles, List<String> scopes) {
    String reasons = String.join(", and ", obstacles.stream().map(Obstacle::reason).toList());
    String remedies = String.join(" ", obstacles.stream().map(Obstacle::remedy).toList());
    return new Refusal(subject(operation) + " " + reasons + ".", remedies, scopes);
  }

  /** A tool of the server's owner has no route. */
  private static String subject(Operation operation) {
    return operation.method().isEmpty()
        ? operation.id()
        : operation.id() + " (" + operation.route() + ")";
  }

  private Obstacle underCeiling(Operation operation) {
    return new Obstacle(
        level(operation) + " and the operator of this server limits it to " + ceiling.word(),
        "No header or variable of the caller changes that; only the operator can, by starting"
            + " the server with "
            + names.variable("access-ceiling")
            + "="
            + AccessMode.FULL_ACCESS.word()
            + ".");
  }

  /** A tool of the server's owner has no tag, and is not available under one. */
  private Optional<Obstacle> tag(Operation operation, Caller caller) {
    return caller
        .tag()
        .filter(only -> !only.equals(facts.tag(operation)))
        .map(
            only ->
                new Obstacle(
                    "does not have the tag "
                        + VisibleText.line(only)
                        + ", to which the URL of this connection is limited",
                    "To use it, a person (not the agent) has to connect with another URL of this"
                        + " server, such as the one that ends in /mcp."));
  }

  private Optional<Obstacle> accessMode(Operation operation, Caller caller) {
    if (caller.accessMode().allows(operation.access())) {
      return Optional.empty();
    }
    return Optional.of(
        new Obstacle(
            level(operation) + " and this connection is " + caller.accessMode().word(),
            setting(
                names.accessModeHeader(),
                names.accessModeVariable(),
                AccessMode.FULL_ACCESS.word())));
  }

  private static String level(Operation operation) {
    return "is a " + operation.access().word() + " operation";
  }

  private String setting(String header, String variable, String value) {
    return "To allow it, a person (not the agent) has to set the header "
        + header
        + ": "
        + value
        + " in the client's configuration, or over stdio the variable "
        + variable
        + "="
        + value
        + ", and reconnect.";
  }

  private Optional<Obstacle> authMode(Operation operation, Caller caller) {
    AuthMode mode = caller.authMode();
    boolean oauth = caller.grant().isPresent();
    if (oauth && mode != AuthMode.USER) {
      return Optional.of(
          new Obstacle(
              "cannot be run in " + mode.word() + " mode with an OAuth access token",
              "OAuth callers can only use user mode: omit the header "
                  + names.authModeHeader()
                  + " out."));
    }
    if (operation.authModes().contains(mode)) {
      return Optional.empty();
    }
    AuthMode wanted = operation.authModes().iterator().next();
    return Optional.of(
        new Obstacle(
            "requires "
                + wanted.word()
                + " mode, and this connection is in "
                + mode.word()
                + " mode",
            oauth
                ? "OAuth callers can only use user mode; "
                    + wanted.word()
                    + " mode requires a connection with an API key and the header "
                    + names.authModeHeader()
                    + ": "
                    + wanted.word()
                    + ", if the operator accepts API keys."
                : setting(names.authModeHeader(), names.authModeVariable(), wanted.word())));
  }

  private List<String> lacking(Operation operation, Caller caller) {
    return caller
        .grant()
        .map(Grant::scopes)
        .flatMap(granted -> scopes.lacking(operation, granted))
        .orElse(List.of());
  }

  private static Obstacle scopes(List<String> lacking) {
    boolean one = lacking.size() == 1;
    return new Obstacle(
        "requires scopes that this connection's access token does not have",
        "To allow it, the client has to request a token with the scope"
            + (one ? " " : "s ")
            + String.join(" ", lacking)
            + ", and a person has to grant "
            + (one ? "it." : "them."));
  }
}
