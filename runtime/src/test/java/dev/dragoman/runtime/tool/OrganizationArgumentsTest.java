package dev.dragoman.runtime.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.tool.execute.ApiBackend;
import dev.dragoman.runtime.tool.execute.ExecuteTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The partner's default organization in the parameters that the operator named for it. */
class OrganizationArgumentsTest {
  private static final String ACME = "org-acme-1";

  @TempDir Path folder;
  private final EchoUpstream api = new EchoUpstream();
  private ExecuteTool tool;

  @BeforeEach
  void write() throws IOException {
    DepotApi.write(folder);
    ServerDefinition definition =
        DepotApi.definition(TrackerResources.anchorIn(folder))
            .organizationParameter("id")
            .organizationParameter("password")
            .build();
    tool =
        new ExecuteTool(
            new ApiOperations(definition),
            new Guard(AccessNames.of("Acme")),
            ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(api.url()))));
  }

  @AfterEach
  void close() {
    api.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|{'name': 'a'}|PUT /v1/things/org-acme-1|{'name':'a','password':'org-acme-1'}",
        "{'id': 'mine'}|{'name': 'a', 'password': 'explicit one'}|PUT /v1/things/mine"
            + "|{'name':'a','password':'explicit one'}",
        "{'id': 'mine'}|'{\\'name\\': \\'a\\'}'|PUT /v1/things/mine"
            + "|{'name':'a','password':'org-acme-1'}",
      },
      quoteCharacter = '`')
  void whatIsAbsentIsFilled(String arguments, String body, String line, String sent) {
    String json = "{'operation': 'put', 'arguments': %s, 'body': %s}".formatted(arguments, body);
    ToolFixture.call(tool, caller(AuthMode.PARTNER), json.replace('\'', '"'));
    assertThat(api.requests()).hasSize(1);
    assertThat(api.requests().get(0)).startsWith(line + " ").endsWith(sent.replace('\'', '"'));
  }

  @Test
  void aDryRunShowsIt() {
    String text =
        ToolFixture.text(
            ToolFixture.call(
                tool,
                caller(AuthMode.PARTNER),
                "{\"operation\": \"put\", \"body\": {\"name\": \"a\"}, \"dry_run\": true}"));
    assertThat(text).contains("/v1/things/org-acme-1", "\"password\":\"org-acme-1\"");
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void nobodyElsesCallsAreFilled() {
    Caller user = caller(AuthMode.USER);
    String call = "{\"operation\": \"put\", \"body\": {\"name\": \"a\"}}";
    assertThat(ToolFixture.text(ToolFixture.call(tool, user, call))).contains("id: is required");
    assertThat(api.requests()).isEmpty();
  }

  private static Caller caller(AuthMode mode) {
    return new Caller(
        AccessMode.FULL_ACCESS, mode, Optional.of(ACME), Optional.of(Secret.of("the-key")));
  }
}
