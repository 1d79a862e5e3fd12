package dev.dragoman.runtime.guard;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Determines the organization in which a caller's calls run. Access tokens that name organizations
 * limit their callers to them, because the operator's credential, which is sent to the API for all
 * callers, may have access to more.
 *
 * @param taken whether an operation declares one of the {@code organizationParameters}
 */
record OrganizationLimit(AccessNames names, Predicate<Operation> taken) {
  /** Maximum number of names in a message; a token of typical size has a few hundred at most. */
  private static final int SHOWN = 20;

  /** The rule for a caller's calls of an operation; empty if no limit or default applies. */
  Optional<OrganizationRule> rule(Operation operation, Caller caller) {
    boolean exclusive = limits(caller).isPresent();
    if (!exclusive && caller.authMode() != AuthMode.PARTNER) {
      return Optional.empty();
    }
    return caller
        .organization()
        .map(id -> new OrganizationRule(id, exclusive, exclusive && taken.test(operation)));
  }

  /** The obstacle to an operation for a caller whose organization is ambiguous or missing. */
  Optional<Obstacle> obstacle(Operation operation, Caller caller) {
    Optional<Map<String, String>> limits = limits(caller);
    if (limits.isEmpty() || caller.organization().isPresent() || !taken.test(operation)) {
      return Optional.empty();
    }
    return Optional.of(
        limits.get().isEmpty()
            ? new Obstacle(
                "acts in one organization, and this connection's access token names none",
                "To allow it, the authorization server has to include the caller's organization in"
                    + " the access token.")
            : new Obstacle(
                "acts in one organization, and this connection's access token names several",
                choice(limits.get())));
  }

  /** The refusal of a call with organizations other than the permit's. */
  Refusal refusal(Permit permit, OrganizationRule rule, Map<String, String> others) {
    Operation operation = permit.operation();
    String places = String.join(", ", others.keySet());
    Map<String, String> limits = limits(permit.caller()).orElse(Map.of());
    return new Refusal(
        operation.id()
            + " ("
            + operation.route()
            + ") is limited to the organization "
            + rule.id()
            + " of this connection's access token, and the call names another one: "
            + others.entrySet().stream()
                .map(other -> other.getKey() + " is " + other.getValue())
                .collect(Collectors.joining(", "))
            + ".",
        "Omit "
            + places
            + ": the server fills in the organization where the operation has a parameter for it."
            + (limits.size() > 1 ? " " + choice(limits) : ""),
        List.of());
  }

  private String choice(Map<String, String> limits) {
    return "To choose the organization, a person (not the agent) has to set the header "
        + names.organizationHeader()
        + " in the client's configuration to one of "
        + listed(limits)
        + ", and reconnect.";
  }

  private static Optional<Map<String, String>> limits(Caller caller) {
    return caller.grant().flatMap(Grant::organizations);
  }

  static String listed(Map<String, String> organizations) {
    String shown = organizations.keySet().stream().limit(SHOWN).collect(Collectors.joining(", "));
    int more = organizations.size() - SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
