package dev.dragoman.benchmarks.throughput;

import dev.dragoman.benchmarks.serving.ExampleCalls;
import dev.dragoman.benchmarks.serving.HttpLine;
import java.io.IOException;
import java.util.UUID;

/** The same read, directly from the API and through a server. */
final class Callers {
  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private Callers() {}

  static Burst.Targets direct(int port) {
    return () -> {
      HttpLine line = new HttpLine(port);
      return target(
          () -> line.send("GET", "/api/bulk/syncs/" + ID, "", "").status() == 200, line::close);
    };
  }

  static Burst.Targets dragoman(int port) {
    return () -> {
      ExampleCalls client = new ExampleCalls(port);
      return target(() -> ExampleCalls.isSuccess(client.read(ID)), client::close);
    };
  }

  /** The peer requires both media types to be accepted. */
  static Burst.Targets peer(int port) {
    return () -> {
      ExampleCalls client = new ExampleCalls(port, "application/json, text/event-stream");
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
