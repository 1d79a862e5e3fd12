package dev.dragoman.runtime.execute.http;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Deadline;
import dev.dragoman.runtime.execute.Effect;
import dev.dragoman.runtime.execute.Fault;
import dev.dragoman.runtime.execute.MissingCredentialException;
import dev.dragoman.runtime.execute.PreviewingExecutor;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.execute.breaker.Breakers;
import dev.dragoman.runtime.execute.client.AddressResolver;
import dev.dragoman.runtime.execute.client.AddressRule;
import dev.dragoman.runtime.execute.client.ConnectionHeaders;
import dev.dragoman.runtime.execute.client.ConnectionOptions;
import dev.dragoman.runtime.execute.client.ExchangeException;
import dev.dragoman.runtime.execute.client.OutgoingRequest;
import dev.dragoman.runtime.execute.client.UpstreamClient;
import dev.dragoman.runtime.execute.credential.CredentialWriter;
import dev.dragoman.runtime.execute.credential.Credentials;
import dev.dragoman.runtime.execute.credential.OperatorCredential;
import dev.dragoman.runtime.execute.origin.Origin;
import dev.dragoman.runtime.execute.origin.OriginLimiter;
import dev.dragoman.runtime.execute.origin.OriginLimiters;
import dev.dragoman.runtime.execute.origin.PrivateAddresses;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.execute.response.ResponseCollector;
import dev.dragoman.runtime.execute.response.ResponseMask;
import dev.dragoman.runtime.execute.response.ResponseMemory;
import dev.dragoman.runtime.execute.uri.UriReference;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Sends requests to the API over HTTP, to one origin and below one base URL.
 *
 * <p>Redirects are followed for GET and HEAD within the origin, at most three times; any other
 * redirect is returned as the response. A read, or a write with an idempotency key, is sent once
 * more after transient faults ({@link RetryPolicy}); anything else is sent once. Thread-safe.
 */
public final class HttpExecutor implements PreviewingExecutor {
  private static final int MAX_REDIRECTS = 3;
  private static final String SENT_BEFORE = " The request had been sent before.";
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /** Headers set by the credential and the body (OpenAPI 3.2, Parameter Object, "name"). */
  private static final Set<String> SET_BY_OTHERS =
      Set.of("authorization", "content-type", "cookie");

  private final Upstream upstream;
  private final Origin pinned;
  private final CredentialWriter credentialWriter;
  private final UpstreamClient client;
  private final ConnectionOptions connections;
  private final ResilienceSettings resilience;
  private final OriginLimiters gates;
  private final ResponseMemory memory;
  private final UpstreamMetrics metrics;

  /** Creates an executor for one API at one base URL. */
  public HttpExecutor(ServerDefinition definition, Upstream upstream) {
    this(definition, upstream, ResilienceSettings.defaults());
  }

  /** Creates an executor with other limits and with metrics. */
  public HttpExecutor(
      ServerDefinition definition, Upstream upstream, ResilienceSettings resilience) {
    this(definition, upstream, resilience, ConnectionOptions.DEFAULT);
  }

  /** Creates an executor with other limits, with metrics and with the operator's connections. */
  public HttpExecutor(
      ServerDefinition definition,
      Upstream upstream,
      ResilienceSettings resilience,
      ConnectionOptions connections) {
    this(definition, upstream, resilience, connections, CredentialWriter.KEY_HEADER);
  }

  /**
   * Like the above.
   *
   * @param keyHeader the header in which callers send their key, for messages
   */
  public HttpExecutor(
      ServerDefinition definition,
      Upstream upstream,
      ResilienceSettings resilience,
      ConnectionOptions connections,
      String keyHeader) {
    this(definition, upstream, resilience, connections, new AddressResolver(), keyHeader);
  }

  HttpExecutor(
      ServerDefinition definition,
      Upstream upstream,
      ResilienceSettings resilience,
      ConnectionOptions connections,
      AddressResolver resolver) {
    this(definition, upstream, resilience, connections, resolver, CredentialWriter.KEY_HEADER);
  }

  private HttpExecutor(
      ServerDefinition definition,
      Upstream upstream,
      ResilienceSettings resilience,
      ConnectionOptions connections,
      AddressResolver resolver,
      String keyHeader) {
    this.connections = connections;
    this.resilience = resilience;
    this.gates = new OriginLimiters(resilience.maxConcurrent(), resilience.metrics());
    this.memory = new ResponseMemory(upstream.maxBytes(), Runtime.getRuntime().maxMemory());
    this.metrics = new UpstreamMetrics(resilience.metrics());
    this.upstream = upstream;
    this.pinned = new Origin(upstream.baseUrl());
    // Over plain HTTP, whatever adds TLS on the way presents the certificate.
    boolean certificate = !pinned.isSecure() || connections.tls().hasCertificate();
    this.credentialWriter = new CredentialWriter(definition, certificate, keyHeader);
    AddressRule rule = upstream.namedByOperator() ? AddressRule.ANY : PrivateAddresses::refuse;
    this.client =
        new UpstreamClient(
            resilience.maxConcurrent(), resolver, rule, connections, pinned::isOriginOf);
  }

  @Override
  public ApiResponse execute(Permit permit, ApiRequest request) {
    return execute(permit, request, answer -> answer);
  }

  @Override
  public <T> T execute(Permit permit, ApiRequest request, Function<ApiResponse, T> use) {
    Deadline deadline = Deadline.in(upstream.deadline());
    try (ResponseMemory.Share share = memory.share()) {
      RetryPolicy attempts = RetryPolicy.of(permit.operation(), request, deadline, resilience);
      Sending sending =
          new Sending(
              deadline,
              attempts,
              share,
              Effect.of(permit.operation(), request.method()),
              CallKey.of(permit));
      return use.apply(follow(permit, request, sending));
    }
  }

  /** The state of one call, which may take several requests. */
  private record Sending(
      Deadline deadline,
      RetryPolicy attempts,
      ResponseMemory.Share memory,
      Effect effect,
      Breakers.Call key) {}

  private ApiResponse follow(Permit permit, ApiRequest request, Sending sending) {
    Origin origin = origin(request);
    Credentials credentials = credentials(permit, origin, sending.deadline()::left);
    URI target = origin.resolve(request, credentials.query(request.rawQuery()));
    ApiResponse answer = send(target, request, credentials, sending);
    for (int count = 0; count < MAX_REDIRECTS; count++) {
      Optional<URI> next = redirect(origin, target, request.method(), answer);
      if (next.isEmpty()) {
        break;
      }
      target = withCredentials(next.get(), credentials);
      answer = send(target, request, credentials, sending);
    }
    return new ResponseMask(secrets(credentials)).mask(answer);
  }

  /** A proxy or API may repeat what it has received. */
  private List<String> secrets(Credentials credentials) {
    return Stream.concat(
            credentials.spellings().stream(), connections.proxies().spellings().stream())
        .toList();
  }

  @Override
  public Optional<String> below(Permit permit, ApiRequest request, String reference) {
    return origin(request).below(request, reference);
  }

  @Override
  public String preview(Permit permit, ApiRequest request) {
    Origin origin = origin(request);
    Credentials credentials = Credentials.none();
    String missing = "";
    try {
      credentials = credentials(permit, origin, OperatorCredential.SHOWN);
    } catch (MissingCredentialException e) {
      missing = "\n" + e.getMessage();
    }
    URI target = origin.resolve(request, credentials.query(request.rawQuery()));
    OutgoingRequest outgoing = outgoing(target, request, credentials);
    return RequestText.of(outgoing, request.body(), credentials.spellings()) + missing;
  }

  private Origin origin(ApiRequest request) {
    if (upstream.namedByOperator() || request.server().isEmpty()) {
      return pinned;
    }
    try {
      return new Origin(pinned.base().resolve(request.server().get()));
    } catch (IllegalArgumentException invalid) {
      throw new UpstreamException(
          "The operation has a server of its own that cannot be used: " + invalid.getMessage());
    }
  }

  private Credentials credentials(Permit permit, Origin origin, Supplier<Duration> patience) {
    if (pinned.isOriginOf(origin.base())) {
      Caller caller = OperatorCredential.to(permit.caller(), upstream.credentials(), patience);
      return credentialWriter.write(permit.operation(), caller);
    }
    if (credentialWriter.isNeededBy(permit.operation())) {
      throw new MissingCredentialException(
          "The API's document sends this operation to "
              + origin.base()
              + ", but the credential of this connection goes to "
              + pinned.base()
              + " only; nothing was sent. To use the other server, the operator has to run an MCP"
              + " server that has it as the base URL.");
    }
    return Credentials.none();
  }

  private static Optional<URI> redirect(
      Origin origin, URI from, String method, ApiResponse answer) {
    boolean safe = method.equals("GET") || method.equals("HEAD");
    if (!safe || !REDIRECTS.contains(answer.status())) {
      return Optional.empty();
    }
    return answer
        .header("location")
        .flatMap(location -> UriReference.resolve(from, location))
        .filter(origin::isOriginOf);
  }

  /** The URL without fragment, and with the credential if it is sent in the query. */
  private static URI withCredentials(URI url, Credentials credentials) {
    String query = credentials.query(Optional.ofNullable(url.getRawQuery()).orElse(""));
    String text = url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
    return URI.create(query.isEmpty() ? text : text + "?" + query);
  }

  private ApiResponse send(
      URI target, ApiRequest request, Credentials credentials, Sending sending) {
    OutgoingRequest outgoing = outgoing(target, request, credentials);
    String before = "";
    while (true) {
      Optional<RetryPolicy.Pause> pause;
      try {
        ApiResponse answer = sendOnce(outgoing, sending);
        pause = sending.attempts().after(answer);
        if (pause.isEmpty()) {
          return answer;
        }
        before = SENT_BEFORE + sending.effect().answered(answer.status());
      } catch (UpstreamException failed) {
        pause = sending.attempts().after(failed.fault());
        if (pause.isEmpty()) {
          throw before.isEmpty() ? failed : failed.afterSending(before);
        }
        before =
            failed.fault() == Fault.UNREACHABLE ? "" : SENT_BEFORE + sending.effect().unknown();
      }
      await(pause.get(), before, sending);
    }
  }

  private static void await(RetryPolicy.Pause pause, String before, Sending sending) {
    try {
      sending.attempts().await(pause);
    } catch (UpstreamException cancelled) {
      throw before.isEmpty() ? cancelled : cancelled.afterSending(before);
    }
  }

  private ApiResponse sendOnce(OutgoingRequest outgoing, Sending sending) {
    long start = System.nanoTime();
    sending.memory().reset();
    try (OriginLimiter.Pass pass = enter(outgoing, sending)) {
      return exchange(outgoing, sending, pass);
    } catch (UpstreamException failed) {
      metrics.failed(failed.fault(), start);
      throw failed;
    }
  }

  private OriginLimiter.Pass enter(OutgoingRequest outgoing, Sending sending) {
    try {
      return gates.of(outgoing.url()).enter(sending.deadline(), sending.key());
    } catch (UpstreamException kept) {
      boolean cancelled = kept.fault() == Fault.CANCELLED;
      throw cancelled ? kept.with(sending.effect().notSent()) : kept;
    }
  }

  private ApiResponse exchange(OutgoingRequest outgoing, Sending sending, OriginLimiter.Pass pass) {
    long start = System.nanoTime();
    try {
      ApiResponse whole = received(outgoing, sending, pass);
      metrics.answered(whole.status(), start);
      return whole;
    } catch (UpstreamException failed) {
      pass.failed(failed.fault());
      throw withEffect(failed, pass.status(), sending.effect());
    } catch (ExchangeException broken) {
      UpstreamException failed = sending.deadline().failure(broken);
      pass.failed(failed.fault());
      throw broken.isSent()
          ? withEffect(failed, pass.status(), sending.effect())
          : notSent(failed, sending.effect());
    }
  }

  private ApiResponse received(OutgoingRequest outgoing, Sending sending, OriginLimiter.Pass pass)
      throws ExchangeException {
    Deadline deadline = sending.deadline();
    ResponseCollector reader =
        new ResponseCollector(upstream.maxBytes(), deadline, sending.memory(), pass::answered);
    ResponseCollector.Received received = client.exchange(outgoing, deadline.end(), reader);
    pass.ended();
    sending.memory().work(deadline, received.length());
    return received.toResponse();
  }

  private static UpstreamException notSent(UpstreamException failed, Effect effect) {
    return failed.fault() == Fault.CANCELLED ? failed.with(effect.notSent()) : failed;
  }

  private static UpstreamException withEffect(
      UpstreamException failed, OptionalInt status, Effect effect) {
    if (status.isPresent()) {
      return failed.answered(status.getAsInt(), effect);
    }
    return switch (failed.fault()) {
      case UNREACHABLE, PROXY, INSECURE, HELD_BACK -> failed;
      case BROKEN, LATE, CANCELLED, OTHER -> failed.afterSending(effect.unknown());
    };
  }

  private OutgoingRequest outgoing(URI target, ApiRequest request, Credentials credentials) {
    List<Pair> given = request.headers().stream().filter(pair -> isParameter(pair.name())).toList();
    List<Pair> headers = new ArrayList<>(credentials.headers(given));
    addDefault(headers, "Accept", "application/json, */*;q=0.8");
    addDefault(headers, "User-Agent", upstream.userAgent());
    headers.add(new Pair("Accept-Encoding", "gzip"));
    String cookies = credentials.cookies(Cookies.of(request));
    if (!cookies.isEmpty()) {
      headers.add(new Pair("Cookie", cookies));
    }
    request.body().ifPresent(body -> headers.add(new Pair("Content-Type", body.contentType())));
    try {
      return new OutgoingRequest(request.method(), target, headers, request.body());
    } catch (IllegalArgumentException invalid) {
      throw new UpstreamException(
          "The request cannot be sent over HTTP: " + invalid.getMessage() + "; nothing was sent.");
    }
  }

  private static boolean isParameter(String header) {
    return !SET_BY_OTHERS.contains(header.toLowerCase(Locale.ROOT))
        && !ConnectionHeaders.contains(header);
  }

  private static void addDefault(List<Pair> headers, String name, String value) {
    if (headers.stream().noneMatch(given -> given.name().equalsIgnoreCase(name))) {
      headers.add(new Pair(name, value));
    }
  }
}
