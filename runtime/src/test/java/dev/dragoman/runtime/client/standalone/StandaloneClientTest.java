package dev.dragoman.runtime.client.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What a client outside a server may be told, and what it then does. */
class StandaloneClientTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    TrackerResources.write(folder);
  }

  private ServerDefinition.Builder definition() {
    return TrackerApi.definition(TrackerResources.anchorIn(folder));
  }

  private StandaloneClient.Builder builder() {
    return StandaloneClient.builder(definition().environment("live", "https://x.test").build());
  }

  @Test
  void itMayWriteUnlessToldOtherwise() {
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK)) {
      StandaloneClient client =
          StandaloneClient.builder(definition().build())
              .credential("token", "secret-1")
              .baseUrl(api.url())
              .build();

      client.call(new TrackerApi.DeleteIssue("o", "r", 1));

      assertThat(api.requests()).hasSize(1);
      assertThat(api.requests().get(0))
          .startsWith("DELETE /repos/o/r/issues/1 ")
          .contains("Authorization: Bearer secret-1");
    }
  }

  @Test
  void aMockNeedsNoServerAndNoCredential() {
    StandaloneClient client = StandaloneClient.builder(definition().build()).mock().build();

    assertThat(
            client
                .call(
                    new TrackerApi.CreateIssue(
                        "o", "r", JsonMapper.shared().readTree("{\"title\": \"t\"}")))
                .status())
        .isEqualTo(201);
  }

  @Test
  void settingsThatCannotHoldAreRefused() {
    refused(StandaloneClient.builder(definition().build()), "does not specify a server");
    refused(
        StandaloneClient.builder(
            definition().environment("live", "http://user@x.test/?a=b").build()),
        "does not specify a server that can be called");
    refused(builder().environment("sandbox"), "environment sandbox; it has: live");
    refused(builder().credential("basic", "x"), "security scheme basic");
    refused(builder().organization("o"), "partner mode");
    refused(builder().timeout(Duration.ZERO), "timeout must be positive");
    refused(builder().environment("live").baseUrl(URI.create("https://y.test")), "not both");
    refused(builder().baseUrl(URI.create("ftp://y.test")), "http");
    assertThat(builder().authMode(AuthMode.PARTNER).organization("o").build()).isNotNull();
  }

  private static void refused(StandaloneClient.Builder builder, String why) {
    assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining(why);
  }
}
