package dev.dragoman.benchmarks.throughput.load;

import dev.dragoman.benchmarks.serving.LoopbackApi;

/** The upstream where nginx is not installed: threads of this JVM. */
public final class JavaUpstream implements Upstream {
  private static final byte[] RESPONSE = LoopbackApi.json(BODY);

  private final LoopbackApi api =
      new LoopbackApi(
          (request, out) -> {
            out.write(RESPONSE);
            return true;
          });

  @Override
  public String name() {
    return "Java";
  }

  @Override
  public int port() {
    return api.port();
  }

  @Override
  public void close() {
    api.close();
  }
}
