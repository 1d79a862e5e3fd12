package dev.dragoman.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTest {
  private static final AccessNames NAMES = AccessNames.of("Acme");

  /** Every cell, written by hand: ceiling, mode of the caller, auth mode, level, allowed. */
  @ParameterizedTest
  @CsvSource({
    "full-access, read-only,   user,    READ,        true",
    "full-access, read-only,   user,    WRITE,       false",
    "full-access, read-only,   user,    DESTRUCTIVE, false",
    "full-access, read-only,   partner, READ,        true",
    "full-access, read-only,   partner, WRITE,       false",
    "full-access, read-only,   partner, DESTRUCTIVE, false",
    "full-access, full-access, user,    READ,        true",
    "full-access, full-access, user,    WRITE,       true",
    "full-access, full-access, user,    DESTRUCTIVE, true",
    "full-access, full-access, partner, READ,        true",
    "full-access, full-access, partner, WRITE,       true",
    "full-access, full-access, partner, DESTRUCTIVE, true",
    "read-only,   read-only,   user,    READ,        true",
    "read-only,   read-only,   user,    WRITE,       false",
    "read-only,   read-only,   user,    DESTRUCTIVE, false",
    "read-only,   read-only,   partner, READ,        true",
    "read-only,   read-only,   partner, WRITE,       false",
    "read-only,   read-only,   partner, DESTRUCTIVE, false",
    "read-only,   full-access, user,    READ,        true",
    "read-only,   full-access, user,    WRITE,       false",
    "read-only,   full-access, user,    DESTRUCTIVE, false",
    "read-only,   full-access, partner, READ,        true",
    "read-only,   full-access, partner, WRITE,       false",
    "read-only,   full-access, partner, DESTRUCTIVE, false",
  })
  void decidesByLevelModeAndCeiling(
      String ceiling, String mode, String auth, AccessLevel level, boolean allowed) {
    Guard guard = new Guard(NAMES, AccessMode.of(ceiling).orElseThrow());
    Operation operation = Operation.of("things_do", "POST", "/things", level);
    Caller caller = caller(mode, auth);

    Decision decision = guard.decide(operation, caller);

    if (allowed) {
      Permit permit = (Permit) decision;
      assertThat(permit.operation()).isSameAs(operation);
      assertThat(permit.caller()).isSameAs(caller);
    } else {
      assertThat(decision).isInstanceOf(Refusal.class);
    }
  }

  @Test
  void refusalSaysWhoRefusedWhatAndWhatAPersonCanDo() {
    Operation operation =
        Operation.of("things_delete", "DELETE", "/things/{id}", AccessLevel.DESTRUCTIVE);

    Refusal refusal = (Refusal) new Guard(NAMES).decide(operation, Caller.anonymous());

    assertThat(refusal.message())
        .isEqualTo(
            "Refused by this server, not by the API; nothing was sent. things_delete (DELETE"
                + " /things/{id}) is a destructive operation and this connection is read-only. To"
                + " allow it, a person (not the agent) has to set the header X-Acme-Access-Mode:"
                + " full-access in the client's configuration, or over stdio the variable"
                + " ACME_ACCESS_MODE=full-access, and reconnect.");
  }

  @Test
  void refusalUnderACeilingOffersNoHeaderThatWouldNotHelp() {
    Operation operation = Operation.of("things_add", "POST", "/things", AccessLevel.WRITE);

    Refusal refusal =
        (Refusal)
            new Guard(NAMES, AccessMode.READ_ONLY).decide(operation, caller("read-only", "user"));

    assertThat(refusal.reason()).contains("the operator of this server limits it to read-only");
    assertThat(refusal.remedy())
        .contains("ACME_ACCESS_CEILING=full-access")
        .doesNotContain("X-Acme-Access-Mode");
  }

  @ParameterizedTest
  @CsvSource({
    "user,    true,  USER,    runs",
    "partner, true,  USER,    OAuth callers can only use user mode: omit the header",
    "partner, true,  PARTNER, OAuth callers can only use user mode: omit the header",
    "user,    true,  PARTNER, partner mode requires a connection with an API key",
    "user,    false, PARTNER, X-Acme-Auth-Mode: partner",
    "partner, false, USER,    ACME_AUTH_MODE=user",
    "partner, false, PARTNER, runs",
  })
  void authModesAreThoseOfTheOperationAndUserAloneWithAToken(
      String mode, boolean token, AuthMode operationFor, String expected) {
    Operation operation = Operation.of("x", "GET", "/x", AccessLevel.READ).onlyFor(operationFor);
    Caller caller =
        new Caller(
            AccessMode.READ_ONLY,
            AuthMode.of(mode).orElseThrow(),
            Optional.empty(),
            Optional.empty(),
            token ? Optional.of(new Grant("u", Set.of())) : Optional.empty(),
            Optional.empty());

    Decision decision = new Guard(NAMES).decide(operation, caller);

    assertThat(decision instanceof Refusal refusal ? refusal.remedy() : "runs").contains(expected);
  }

  /** A connection to the URL of a tag, and an operation's own tag; none is empty. */
  @ParameterizedTest
  @CsvSource({
    "Orders, Orders,  true",
    "Orders, orders,  false",
    "Orders, Refunds, false",
    "Orders, '',      false",
    "'',     Orders,  true",
    "'',     '',      true",
  })
  void theTagOfTheUrlIsTheOnlyOne(String ofTheUrl, String ofTheOperation, boolean runs) {
    Operation operation = Operation.of("x", "GET", "/x", AccessLevel.READ);
    Caller anonymous = Caller.anonymous();
    Caller caller = ofTheUrl.isEmpty() ? anonymous : anonymous.limitedTo(ofTheUrl);

    Decision decision = tagged(ofTheOperation).decide(operation, caller);

    assertThat(decision instanceof Refusal refusal ? refusal.message() : "runs")
        .contains(
            runs
                ? "runs"
                : "does not have the tag Orders, to which the URL of this connection is limited",
            runs ? "runs" : "has to connect with another URL");
  }

  private static Guard tagged(String tag) {
    OperationFacts facts =
        new OperationFacts() {
          @Override
          public boolean takesOrganization(Operation operation) {
            return false;
          }

          @Override
          public String tag(Operation operation) {
            return tag;
          }
        };
    return new Guard(NAMES, AccessMode.FULL_ACCESS, ScopeRules.NONE, facts);
  }

  @Test
  void refusalNamesAllThatIsInTheWay() {
    Operation operation =
        Operation.of("things_add", "POST", "/things", AccessLevel.WRITE).scopedBy("a", "b");
    Caller caller =
        new Caller(
            AccessMode.READ_ONLY,
            AuthMode.USER,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Grant("u", Set.of("a"))),
            Optional.empty());

    Refusal refusal = (Refusal) new Guard(NAMES).decide(operation, caller);

    assertThat(refusal.reason())
        .isEqualTo(
            "things_add (POST /things) is a write operation and this connection is read-only, and"
                + " requires scopes that this connection's access token does not have.");
    assertThat(refusal.remedy()).contains("X-Acme-Access-Mode: full-access", "the scopes a b");
    assertThat(refusal.scopes()).as("more scopes would not do").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "things:read,   things:read,   ''",
    "things:read,   things:write,  ''",
    "read:things,   write:things,  ''",
    "things.read,   things.write,  ''",
    "read,          write,         ''",
    "things:read,   other:write,   things:read",
    "things:read,   write,         things:read",
    "things:write,  things:read,   things:write",
    "bread,         bwrite,        bread",
    "things:reader, things:writer, things:reader",
    "a b|c,         c,             ''",
    "a b|c,         a,             a b",
    "a b|c d,       d,             c d",
  })
  void writeImpliesReadAndAlternativesAreAlternatives(
      String needed, String granted, String lacking) {
    Operation operation = Operation.of("x", "GET", "/x", AccessLevel.READ);
    for (String together : needed.split("\\|", -1)) {
      operation = operation.scopedBy(together.split(" ", -1));
    }

    assertThat(ScopeRules.NONE.lacking(operation, Set.of(granted)))
        .isEqualTo(
            lacking.isEmpty() ? Optional.empty() : Optional.of(List.of(lacking.split(" ", -1))));
  }

  @ParameterizedTest
  @CsvSource({
    "READ,        '', R",
    "READ,        R,  ''",
    "READ,        W,  ''",
    "READ,        D,  ''",
    "WRITE,       R,  W",
    "WRITE,       W,  ''",
    "WRITE,       D,  ''",
    "DESTRUCTIVE, W,  D",
    "DESTRUCTIVE, D,  ''",
  })
  void theScopeOfALevelStandsForTheLevelsBelow(AccessLevel level, String granted, String lacking) {
    ScopeRules rules =
        new ScopeRules(
            Map.of(AccessLevel.READ, "R", AccessLevel.WRITE, "W", AccessLevel.DESTRUCTIVE, "D"));
    Operation operation = Operation.of("x", "GET", "/x", level);

    assertThat(rules.lacking(operation, Set.of(granted)))
        .isEqualTo(lacking.isEmpty() ? Optional.empty() : Optional.of(List.of(lacking)));
    assertThat(rules.lacking(operation.scopedBy("own"), Set.of("own"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GitHub,        X-GitHub-Access-Mode,      GITHUB_ACCESS_MODE",
    "Polar Bears!,  X-Polar-Bears-Access-Mode, POLAR_BEARS_ACCESS_MODE",
    "-1password-,   X-1password-Access-Mode,   1PASSWORD_ACCESS_MODE",
  })
  void namesComeFromTheVendor(String vendor, String header, String variable) {
    AccessNames names = AccessNames.of(vendor);

    assertThat(names.accessModeHeader()).isEqualTo(header);
    assertThat(names.accessModeVariable()).isEqualTo(variable);
  }

  private static Caller caller(String mode, String auth) {
    return new Caller(
        AccessMode.of(mode).orElseThrow(),
        AuthMode.of(auth).orElseThrow(),
        Optional.empty(),
        Optional.empty());
  }
}
