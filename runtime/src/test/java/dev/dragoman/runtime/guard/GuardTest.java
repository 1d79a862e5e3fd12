package dev.dragoman.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;
import java.util.Optional;
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
