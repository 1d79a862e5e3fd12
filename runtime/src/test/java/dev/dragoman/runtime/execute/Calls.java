package dev.dragoman.runtime.execute;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.request.ApiRequest;
import java.net.URI;
import java.util.Optional;

/** What the tests of this package call with. */
public final class Calls {
  public static final Operation READ = Operation.of("getX", "GET", "/x", AccessLevel.READ);

  /** An API without a word on security. */
  public static final ServerDefinition PLAIN = ServerDefinition.builder("Acme").build();

  private Calls() {}

  public static Caller anonymous() {
    return caller(Optional.empty());
  }

  public static Caller with(String credential) {
    return caller(Optional.of(Secret.of(credential)));
  }

  private static Caller caller(Optional<Secret> credential) {
    return new Caller(AccessMode.FULL_ACCESS, AuthMode.USER, Optional.empty(), credential);
  }

  public static Permit permit(Operation operation, Caller caller) {
    return (Permit) new Guard(AccessNames.of("Acme")).decide(operation, caller);
  }

  public static ApiRequest get(String path) {
    return ApiRequest.builder("GET", path).build();
  }

  public static void assertFails(HttpExecutor executor, String message) {
    assertThatThrownBy(() -> executor.execute(permit(READ, with("secret-key")), get("/x")))
        .isInstanceOf(UpstreamException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("secret-key");
  }

  public static HttpExecutor executor(RawUpstream api, String basePath) {
    return new HttpExecutor(PLAIN, Upstream.named(URI.create(api.url() + basePath)));
  }

  public static String text(ApiResponse answer) {
    return new String(answer.body().toArray(), UTF_8);
  }
}
