package dev.dragoman.runtime.client.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.client.NoReplyException;
import dev.dragoman.runtime.client.OperationRefusedException;
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

  /** A client with a credential for one API must not send it to that of a later one. */
  @Test
  void whatIsSetLaterIsForLaterClients() {
    try (RawUpstream first = RawUpstream.answering(RawUpstream.EMPTY_OK);
        RawUpstream second = RawUpstream.answering(RawUpstream.EMPTY_OK)) {
      StandaloneClient.Builder builder =
          StandaloneClient.builder(definition().build())
              .credential("secret-1")
              .baseUrl(first.url());
      StandaloneClient early = builder.build();
      StandaloneClient late =
          builder
              .credential("secret-2")
              .baseUrl(second.url())
              .timeout(Duration.ofNanos(1))
              .accessMode(AccessMode.READ_ONLY)
              .build();

      early.call(new TrackerApi.DeleteIssue("o", "r", 1));

      assertThat(first.onlyRequest()).contains("Bearer secret-1");
      assertThatThrownBy(() -> late.call(new TrackerApi.DeleteIssue("o", "r", 1)))
          .isInstanceOf(OperationRefusedException.class);
      assertThat(second.requests()).isEmpty();
    }
  }

  /** One credential for all schemes, unless a scheme has its own. */
  @Test
  void theCredentialOfASchemeTakesPrecedence() {
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK)) {
      StandaloneClient.Builder builder =
          StandaloneClient.builder(definition().build()).baseUrl(api.url()).credential("for-all");
      builder.build().call(new TrackerApi.DeleteIssue("o", "r", 1));
      builder.credential("token", "own").build().call(new TrackerApi.DeleteIssue("o", "r", 1));

      assertThat(api.requests().get(0)).contains("Authorization: Bearer for-all");
      assertThat(api.requests().get(1)).contains("Authorization: Bearer own");
    }
  }

  /** The chosen one, not the first; private addresses in a document are not called. */
  @Test
  void theEnvironmentIsChosenByName() {
    ServerDefinition api =
        definition()
            .environment("live", "http://127.0.0.2:1")
            .environment("sandbox", "http://127.0.0.3:1")
            .build();
    StandaloneClient.Builder builder = StandaloneClient.builder(api).credential("secret-1");

    assertThatThrownBy(() -> builder.build().call(new TrackerApi.ListIssues("o", "r", 1)))
        .isInstanceOf(NoReplyException.class)
        .hasMessageContaining("names the server 127.0.0.2,");
    StandaloneClient sandbox = builder.environment("sandbox").build();
    assertThatThrownBy(() -> sandbox.call(new TrackerApi.ListIssues("o", "r", 1)))
        .isInstanceOf(NoReplyException.class)
        .hasMessageContaining("names the server 127.0.0.3,")
        .hasMessageContaining("nothing was sent");
  }

  @Test
  void theTimeIsThatOfACall() {
    try (RawUpstream silent = RawUpstream.scripted((request, out) -> Thread.sleep(60_000))) {
      StandaloneClient client =
          StandaloneClient.builder(definition().build())
              .credential("secret-1")
              .baseUrl(silent.url())
              .timeout(Duration.ofMillis(200))
              .build();

      assertThatThrownBy(() -> client.call(new TrackerApi.DeleteIssue("o", "r", 1)))
          .isInstanceOfSatisfying(
              NoReplyException.class, late -> assertThat(late.isSent()).isTrue())
          .hasMessageNotContaining("secret-1");
    }
  }

  @Test
  void whatMayOnlyReadIsRefusedBeforeAnythingIsSent() {
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK)) {
      StandaloneClient client =
          StandaloneClient.builder(definition().build())
              .credential("secret-1")
              .baseUrl(api.url())
              .accessMode(AccessMode.READ_ONLY)
              .build();

      assertThatThrownBy(() -> client.call(new TrackerApi.DeleteIssue("o", "r", 1)))
          .isInstanceOf(OperationRefusedException.class)
          .hasMessageContaining("Nothing was sent.");
      client.call(new TrackerApi.ListIssues("o", "r", 1));
      assertThat(api.requests()).hasSize(1);
    }
  }
}
