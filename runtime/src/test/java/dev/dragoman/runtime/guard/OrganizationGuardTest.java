package dev.dragoman.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which organization a call may run, by what the access token names and the caller chose. */
class OrganizationGuardTest {
  private static final Operation IN_ONE =
      Operation.of("things_list", "GET", "/orgs/{org}/things", AccessLevel.READ);
  private static final Operation IN_NONE =
      Operation.of("status", "GET", "/status", AccessLevel.READ);
  private static final Guard GUARD =
      new Guard(
          AccessNames.of("Acme"),
          AccessMode.FULL_ACCESS,
          ScopeRules.NONE,
          operation -> operation.id().equals("things_list"));

  /** Columns: auth mode, organizations of the token (- for no limit), the caller's one, outcome. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "user    | -   | -  | no rule                     | no rule",
        "user    | -   | o1 | no rule                     | no rule",
        "partner | -   | o1 | o1, a default               | o1, a default",
        "partner | -   | -  | no rule                     | no rule",
        "user    | o1  | o1 | o1, exclusive, taken        | o1, exclusive",
        "user    | o1 o2 | o2 | o2, exclusive, taken      | o2, exclusive",
        "user    | o1 o2 | -  | names several             | no rule",
        "user    | ''  | -  | names none                  | no rule",
      })
  void theOrganizationOfACall(
      String mode, String organizations, String chosen, String inOne, String inNone) {
    Caller caller = caller(mode, organizations, chosen);
    assertThat(outcome(IN_ONE, caller)).contains(inOne);
    assertThat(outcome(IN_NONE, caller)).contains(inNone);
  }

  private static String outcome(Operation operation, Caller caller) {
    Decision decision = GUARD.decide(operation, caller);
    if (decision instanceof Permit permit) {
      return permit
          .organization()
          .map(
              rule ->
                  rule.id()
                      + (rule.exclusive() ? ", exclusive" : ", a default")
                      + (rule.taken() ? ", taken" : ""))
          .orElse("no rule");
    }
    return ((Refusal) decision).reason();
  }

  @Test
  void aRefusalSaysHowTheOrganizationIsChosen() {
    Refusal several = (Refusal) GUARD.decide(IN_ONE, caller("user", "o1 o2", null));
    assertThat(several.message())
        .endsWith(
            "things_list (GET /orgs/{org}/things) acts in one organization, and this connection's"
                + " access token names several. To choose the organization, a person (not the"
                + " agent) has to set the header X-Acme-Partner-Org-Id in the client's"
                + " configuration to one of o1, o2, and reconnect.");
    Refusal none = (Refusal) GUARD.decide(IN_ONE, caller("user", "", null));
    assertThat(none.remedy())
        .isEqualTo(
            "To allow it, the authorization server has to include the caller's organization in"
                + " the access token.");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 21, 23})
  void manyOrganizationsAreCounted(int count) {
    String all =
        IntStream.range(10, 10 + count).mapToObj(n -> "o" + n).collect(Collectors.joining(" "));
    Refusal refusal = (Refusal) GUARD.decide(IN_ONE, caller("user", all, null));
    assertThat(refusal.remedy()).contains("o10, o11").contains("o29");
    if (count > 20) {
      assertThat(refusal.remedy())
          .contains("o29 and " + (count - 20) + " more")
          .doesNotContain("o30");
    } else {
      assertThat(refusal.remedy()).contains("o29, and reconnect");
    }
  }

  @Test
  void otherOrganizationsInACallAreRefusedByPlace() {
    Permit one = (Permit) GUARD.decide(IN_ONE, caller("user", "o1", "o1"));
    assertThat(GUARD.refusal(one, Map.of())).isEmpty();
    Map<String, String> others = new LinkedHashMap<>();
    others.put("path:org", "o2");
    others.put("body/team", "o3");
    assertThat(GUARD.refusal(one, others).orElseThrow().message())
        .endsWith(
            "things_list (GET /orgs/{org}/things) is limited to the organization o1 of this"
                + " connection's access token, and the call names another one: path:org is o2,"
                + " body/team is o3. Omit path:org, body/team: the server fills in the organization"
                + " where the operation has a parameter for it.");
    Permit chosen = (Permit) GUARD.decide(IN_ONE, caller("user", "o1 o2", "o1"));
    assertThat(GUARD.refusal(chosen, others).orElseThrow().remedy())
        .contains(
            "where the operation has a parameter for it. To choose the organization, a person")
        .contains("to one of o1, o2, and reconnect.");
  }

  @Test
  void aDefaultIsNoLimit() {
    Permit permit = (Permit) GUARD.decide(IN_ONE, caller("partner", null, "o1"));
    assertThat(GUARD.refusal(permit, Map.of("path:org", "o2"))).isEmpty();
    Permit free = (Permit) GUARD.decide(IN_ONE, caller("user", null, null));
    assertThat(GUARD.refusal(free, Map.of("path:org", "o2"))).isEmpty();
  }

  @Test
  void oneScopeThatIsMissingIsNamed() {
    Refusal refusal =
        (Refusal) GUARD.decide(IN_NONE.scopedBy("things:read"), caller("user", "o1", "o1"));
    assertThat(refusal.scopes()).containsExactly("things:read");
    assertThat(refusal.remedy())
        .isEqualTo(
            "To allow it, the client has to request a token with the scope"
                + " things:read, and a person has to grant it.");
  }

  @Test
  void scopesAloneAreNotNamedWhereTheOrganizationIsMissingToo() {
    Refusal refusal =
        (Refusal) GUARD.decide(IN_ONE.scopedBy("things:read"), caller("user", "o1 o2", null));
    assertThat(refusal.scopes()).isEmpty();
    assertThat(refusal.reason())
        .contains("names several, and requires scopes that this connection's");
  }

  private static Caller caller(String mode, String organizations, String chosen) {
    Optional<Map<String, String>> limits =
        Optional.ofNullable(organizations)
            .map(
                ids ->
                    ids.isEmpty()
                        ? Map.<String, String>of()
                        : Set.of(ids.split(" ", -1)).stream()
                            .collect(Collectors.toMap(id -> id, id -> id)));
    Optional<Grant> grant =
        limits.map(ids -> new Grant("u", Set.of(), Optional.empty(), Set.of(), Optional.of(ids)));
    return new Caller(
        AccessMode.READ_ONLY,
        AuthMode.of(mode).orElseThrow(),
        Optional.ofNullable(chosen),
        Optional.empty(),
        grant,
        Optional.empty());
  }
}
