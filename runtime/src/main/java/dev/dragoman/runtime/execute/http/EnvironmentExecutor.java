package dev.dragoman.runtime.execute.http;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.PreviewingExecutor;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.request.ApiRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Sends each caller's requests to the caller's environment. Every environment has its own sender
 * with its own origin, so that a request or credential for one is never sent to another.
 * Thread-safe.
 */
public final class EnvironmentExecutor implements PreviewingExecutor {
  private final String first;
  private final Map<String, Upstream> upstreams;
  private final Function<Upstream, ? extends PreviewingExecutor> maker;
  private final Map<String, PreviewingExecutor> senders = new ConcurrentHashMap<>();

  /**
   * Creates a sender for several environments.
   *
   * @param first the name of the default one
   * @param upstreams by the name of the environment
   * @param maker creates the sender of an environment on first use
   */
  public EnvironmentExecutor(
      String first,
      Map<String, Upstream> upstreams,
      Function<Upstream, ? extends PreviewingExecutor> maker) {
    this.first = first;
    this.upstreams = new TreeMap<>(upstreams);
    this.maker = maker;
  }

  @Override
  public ApiResponse execute(Permit permit, ApiRequest request) {
    return sender(permit).execute(permit, request);
  }

  @Override
  public <T> T execute(Permit permit, ApiRequest request, Function<ApiResponse, T> use) {
    return sender(permit).execute(permit, request, use);
  }

  @Override
  public Optional<String> below(Permit permit, ApiRequest request, String reference) {
    return sender(permit).below(permit, request, reference);
  }

  @Override
  public String preview(Permit permit, ApiRequest request) {
    return sender(permit).preview(permit, request);
  }

  private PreviewingExecutor sender(Permit permit) {
    String name = permit.caller().environment().orElse(first);
    Upstream upstream = upstreams.get(name);
    if (upstream == null) {
      throw new UpstreamException(
          "This connection is for the environment \""
              + name
              + "\", which this server does not have; nothing was sent. It has: "
              + String.join(", ", upstreams.keySet())
              + ". The operator can add others with --environment-url NAME=URL.");
    }
    return senders.computeIfAbsent(name, unused -> maker.apply(upstream));
  }
}
