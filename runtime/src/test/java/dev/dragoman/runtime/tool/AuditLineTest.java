package dev.dragoman.runtime.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Caller;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

  private static String logged() {
    PrintStream err = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      AuditLine.start("issues_create", ToolFixture.FULL).end("status 201");
      AuditLine.start("issues_list", Caller.anonymous()).end("refused");
    } finally {
      System.setErr(err);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
