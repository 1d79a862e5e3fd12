package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.execute.TestKeys;
import dev.dragoman.runtime.execute.TestProxy;
import dev.dragoman.runtime.execute.TlsApi;
import dev.dragoman.runtime.tool.TenantApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator sets about connections applies to more servers than the API. */
class OtherServersTest {
  private static final String FEEDBACK =
      "{\"kind\": \"bug\", \"message\": \"a search finds nothing\"}";

  @TempDir static Path folder;
  private static TestKeys keys;
  private static String authority;

  @BeforeAll
  static void create() throws Exception {
    keys = new TestKeys(folder).signed("server", "-ext", "san=ip:127.0.0.1");
    authority = Files.writeString(folder.resolve("ca.pem"), keys.pem("ca")).toString();
  }

  private static RunningApp server(Map<String, String> environment, String... flags)
      throws Exception {
    List<String> usual = List.of("--port=0", "--mock", "--stop-delay=0");
    return new RunningApp(
        TenantApi.definition(folder).build(),
        environment,
        Stream.concat(usual.stream(), Stream.of(flags)).toList());
  }

  private static String file(String name) {
    return "--feedback=" + folder.resolve(name);
  }

  @Test
  void feedbackGoesToAServerOfAnOwnAuthority() throws Exception {
    try (TlsApi endpoint = new TlsApi(keys.serving("server"));
        RunningApp server =
            server(
                Map.of(),
                file("known.jsonl"),
                "--feedback-url=" + endpoint.url().resolve("/feedback"),
                "--ca-file=" + authority)) {
      server.client().tool("submit_mcp_feedback", FEEDBACK);
      server.until(() -> !endpoint.requests().isEmpty());
      assertThat(endpoint.requests()).containsExactly("TLSv1.3 - POST /feedback HTTP/1.1");
    }
  }

  @Test
  void feedbackGoesThroughTheProxy() throws Exception {
    try (TestProxy proxy = new TestProxy("user:secret");
        RunningApp server =
            server(
                Map.of("HTTP_PROXY", "http://user:secret@" + proxy.address()),
                file("proxied.jsonl"),
                "--feedback-url=http://feedback.test:9/in")) {
      server.client().tool("submit_mcp_feedback", FEEDBACK);
      server.until(() -> !proxy.heads().isEmpty());
      assertThat(proxy.heads().get(0)).startsWith("POST http://feedback.test:9/in HTTP/1.1\r\n");
    }
  }

  /** The server is found; that its metadata is empty is another matter. */
  @Test
  void theAuthorizationServerMayHaveAnOwnAuthority() throws Exception {
    try (TlsApi issuer = new TlsApi(keys.serving("server"))) {
      String[] flags = {
        "--feedback=off", "--public-url=https://mcp.example", "--oauth-issuer=" + issuer.url()
      };
      try (RunningApp server = server(Map.of(), flags)) {
        server.until(() -> server.err().contains("OAuth: "));
        assertThat(server.err()).contains("TLS cannot be established");
        assertThat(issuer.requests()).isEmpty();
      }
      String[] trusting =
          Stream.concat(Stream.of(flags), Stream.of("--ca-file=" + authority))
              .toArray(String[]::new);
      try (RunningApp server = server(Map.of(), trusting)) {
        server.until(() -> server.err().contains("OAuth: "));
        assertThat(server.err()).doesNotContain("TLS cannot be established");
        assertThat(issuer.requests().get(0)).contains("GET /.well-known/");
      }
    }
  }
}
