package dev.dragoman.runtime.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.extension.AuditEvent;
import dev.dragoman.runtime.extension.AuditSink;
import dev.dragoman.runtime.tool.ToolFixture;
import dev.dragoman.runtime.trace.TraceContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AuditLineTest {

  @Test
  @DisplayName("S20 one audit line a call: hash, operation, decision, status, ms; no secret")
  void oneLineTellsCallersApartWithoutTheirKeys() {
    String log = logged();

    assertThat(log.lines()).hasSize(3);
    assertThat(log)
        .containsPattern(
            "INFO audit - principal=[0-9a-f]{12} access=full-access auth=user"
                + " operation=issues_create decision=allowed outcome=status_2xx status=201"
                + " ms=[0-9]+ trace_id=0af7651916cd43dd8448eb211c80319c\n")
        .contains(
            "principal=anonymous access=read-only auth=user operation=issues_list"
                + " decision=refused outcome=refused status=- ms=")
        .containsPattern("principal=[0-9a-f]{12} .* operation=unknown decision=none outcome=fault")
        .doesNotContain("key-of-the", "somebody");
  }

  @Test
  @DisplayName("S20 one principal has one hash, whatever the call; a plain hash it is not")
  void hashes() throws Exception {
    Caller app = Caller.anonymous().withCredentials(Map.of("app", Secret.of("a:b")));
    Caller both = app.withCredentials(Map.of("app", Secret.of("a:b"), "user", Secret.of("c")));
    String hash = PrincipalHash.of(app.owner());
    assertThat(PrincipalHash.of(app.owner())).isEqualTo(hash).hasSize(12);
    assertThat(PrincipalHash.of(both.owner())).isNotEqualTo(hash);
    byte[] plain = MessageDigest.getInstance("SHA-256").digest("a:b".getBytes(UTF_8));
    assertThat(HexFormat.of().formatHex(plain)).doesNotStartWith(hash);
  }

  private static String logged() {
    PrintStream err = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, UTF_8));
    AuditSink sink = new LogAuditSink(event -> {});
    try (AuditLine allowed = AuditLine.ofOperation(sink, ToolFixture.FULL, "execute", traced());
        AuditLine refused =
            AuditLine.ofOperation(sink, Caller.anonymous(), "execute", TraceContext.NONE);
        AuditLine faulty = AuditLine.ofOperation(sink, byToken(), "execute", TraceContext.NONE)) {
      allowed.operation("issues_create");
      allowed.decided(AuditEvent.Decision.ALLOWED);
      allowed.answered(201);
      refused.operation("issues_list");
      refused.decided(AuditEvent.Decision.REFUSED);
      refused.outcome("refused");
      assertThat(faulty.outcome()).isEqualTo("fault");
    } finally {
      System.setErr(err);
    }
    return bytes.toString(UTF_8);
  }

  private static TraceContext traced() {
    return TraceContext.of(
        List.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), List.of());
  }

  private static Caller byToken() {
    return new Caller(
        AccessMode.READ_ONLY,
        AuthMode.USER,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Grant("somebody", Set.of())),
        Optional.empty());
  }
}
