package dev.dragoman.benchmarks.throughput;

import dev.dragoman.benchmarks.serving.ExampleCalls;
import java.io.IOException;
import java.util.UUID;

/** Callers that read through a server. */
final class Callers {
  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private Callers() {}

  static Burst.Targets dragoman(int port) {
    return () -> {
      ExampleCalls client = new ExampleCalls(port);
      return target(() -> ExampleCalls.isSuccess(client.read(ID)), client::close);
    };
  }

  private interface Call {
    boolean isSuccess() throws IOException;
  }

  private static Burst.Target target(Call call, Runnable close) {
    return new Burst.Target() {
      @Override
      public boolean call() throws IOException {
        return call.isSuccess();
      }

      @Override
      public void close() {
        close.run();
      }
    };
  }
}
