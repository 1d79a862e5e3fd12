package dev.dragoman.runtime.client.standalone;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.client.ApiClient;
import dev.dragoman.runtime.client.ApiReply;
import dev.dragoman.runtime.execute.PreviewingExecutor;
import dev.dragoman.runtime.execute.http.EnvironmentExecutor;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.mock.MockExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.request.OperationRequest;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.client.CallerClient;
import dev.dragoman.runtime.tool.execute.ApiBackend;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls an API from a program that is not a server. Keeps connections and what it has read of the
 * API's document: create one and share it. Thread-safe.
 *
 * <p>Unlike a connection of an agent, it may call every operation unless {@link Builder#accessMode}
 * says otherwise: the calls are in the program, where its author has put them. The guard still
 * refuses what the auth mode does not allow.
 */
public final class StandaloneClient implements ApiClient {
  private final ApiClient client;

  private StandaloneClient(ApiClient client) {
    this.client = client;
  }

  /**
   * Starts a client.
   *
   * @param definition the generated definition, e.g. {@code GitHubApi.DEFINITION}
   */
  public static Builder builder(ServerDefinition definition) {
    return new Builder(definition);
  }

  @Override
  public ApiReply call(OperationRequest request) {
    return client.call(request);
  }

  /** Collects the settings of a client. */
  public static final class Builder {
    private final ServerDefinition definition;
    private final Map<String, Secret> credentials = new LinkedHashMap<>();
    private AccessMode accessMode = AccessMode.FULL_ACCESS;
    private AuthMode authMode = AuthMode.USER;
    private Duration timeout = Duration.ofSeconds(30);
    private @Nullable String organization;
    private @Nullable Secret credential;
    private @Nullable String environment;
    private @Nullable URI baseUrl;
    private boolean mock;

    private Builder(ServerDefinition definition) {
      this.definition = Objects.requireNonNull(definition);
    }

    /**
     * The credential for all security schemes; {@code user:password} for basic authentication. It
     * is sent to the API's one origin only.
     */
    public Builder credential(String secret) {
      credential = Secret.of(secret);
      return this;
    }

    /** The credential for one security scheme, by its name in the API's document. */
    public Builder credential(String scheme, String secret) {
      credentials.put(scheme, Secret.of(secret));
      return this;
    }

    /** The environment, by its name in the definition; the first one unless set. */
    public Builder environment(String name) {
      environment = name;
      return this;
    }

    /** The URL of the API, in place of those in its document. */
    public Builder baseUrl(URI url) {
      baseUrl = url;
      return this;
    }

    /** On whose behalf calls are made; {@link AuthMode#USER} unless set. */
    public Builder authMode(AuthMode mode) {
      authMode = Objects.requireNonNull(mode);
      return this;
    }

    /** The default organization, which requires {@link AuthMode#PARTNER}. */
    public Builder organization(String id) {
      organization = id;
      return this;
    }

    /** What may be called; {@link AccessMode#FULL_ACCESS} unless set. */
    public Builder accessMode(AccessMode mode) {
      accessMode = Objects.requireNonNull(mode);
      return this;
    }

    /** The maximum time of a call, redirects and repetitions included; 30 seconds unless set. */
    public Builder timeout(Duration limit) {
      timeout = limit;
      return this;
    }

    /** Responds with the examples and schemas of the API's document, and sends nothing. */
    public Builder mock() {
      mock = true;
      return this;
    }

    /**
     * Builds the client. Does not connect.
     *
     * @throws IllegalArgumentException if the settings contradict each other or the definition
     */
    public StandaloneClient build() {
      check();
      ApiOperations operations = new ApiOperations(definition);
      Guard guard = new Guard(AccessNames.of(definition.vendor()));
      ApiBackend backend =
          mock
              ? ApiBackend.mocked(() -> new MockExecutor(operations.catalog()), sender())
              : ApiBackend.live(sender());
      return new StandaloneClient(
          new CallerClient(operations, guard, backend, CallOptions.defaults(), caller()));
    }

    private Caller caller() {
      return new Caller(
          accessMode,
          authMode,
          Optional.ofNullable(organization),
          Optional.ofNullable(credential),
          Optional.empty(),
          Optional.ofNullable(environment),
          credentials);
    }

    private void check() {
      if (organization != null && authMode != AuthMode.PARTNER) {
        throw new IllegalArgumentException(
            "organization is for partner mode only: set authMode(AuthMode.PARTNER), or omit it");
      }
      for (String scheme : credentials.keySet()) {
        if (definition.securitySchemes().stream().noneMatch(one -> one.name().equals(scheme))) {
          throw new IllegalArgumentException("the API does not have the security scheme " + scheme);
        }
      }
      if (timeout.isZero() || timeout.isNegative()) {
        throw new IllegalArgumentException("the timeout must be positive");
      }
      if (environment != null && baseUrl != null) {
        throw new IllegalArgumentException("set either environment or baseUrl, not both");
      }
      upstreams();
    }

    /** Created at the first call, with the settings of now: the builder may be used again. */
    private Supplier<PreviewingExecutor> sender() {
      String name = first();
      Map<String, Upstream> all = upstreams();
      Duration limit = timeout;
      return () ->
          new EnvironmentExecutor(
              name, all, upstream -> new HttpExecutor(definition, upstream.withDeadline(limit)));
    }

    private String first() {
      return definition.environments().isEmpty()
          ? "default"
          : definition.environments().get(0).name();
    }

    private Map<String, Upstream> upstreams() {
      if (baseUrl != null) {
        return Map.of(first(), Upstream.named(baseUrl));
      }
      Map<String, Upstream> declared = Upstream.declared(definition);
      String wanted = environment == null ? first() : environment;
      if (!declared.containsKey(wanted) && !mock) {
        throw new IllegalArgumentException(
            declared.isEmpty()
                ? "the API's document does not specify a server that can be called: set baseUrl"
                : "the API does not have the environment "
                    + wanted
                    + "; it has: "
                    + String.join(", ", declared.keySet()));
      }
      return declared;
    }
  }
}
