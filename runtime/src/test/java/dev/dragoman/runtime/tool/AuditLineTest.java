package dev.dragoman.runtime.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Secret;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AuditLineTest {

  @Test
  void oneLineTellsCallersApartWithoutTheirKeys() {
    String log = logged();

    assertThat(log.lines()).hasSize(2);
    assertThat(log)
        .containsPattern(
            "INFO audit - issues_create by [0-9a-f]{12} \\(full-access, user\\): status 201, [0-9]+"
                + " ms\n")
        .contains("issues_list by anonymous (read-only, user): refused, ")
        .doesNotContain("key-of-the");
  }

  @Test
  @DisplayName("S10 A caller with an access token is told apart by its subject, which is not shown")
  void aSubjectIsHashed() {
    String log =
        logged(
            () ->
                AuditLine.start(
                        "issues_list",
                        new Caller(
                            AccessMode.READ_ONLY,
                            AuthMode.USER,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(
                                new Grant(
                                    "someone@example.com",
                                    Set.of(),
                                    Optional.of(Secret.of("token-of-the-caller")))),
                            Optional.empty()))
                    .end("status 200"));

    assertThat(log)
        .containsPattern("issues_list by [0-9a-f]{12} \\(read-only, user\\): status 200")
        .doesNotContain("someone", "token-of-the-caller");
  }

  private static String logged() {
    return logged(
        () -> {
          AuditLine.start("issues_create", ToolFixture.FULL).end("status 201");
          AuditLine.start("issues_list", Caller.anonymous()).end("refused");
        });
  }

  private static String logged(Runnable calls) {
    PrintStream err = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      calls.run();
    } finally {
      System.setErr(err);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
