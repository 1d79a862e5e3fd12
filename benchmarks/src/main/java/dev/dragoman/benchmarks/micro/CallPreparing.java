package dev.dragoman.benchmarks.micro;

import dev.dragoman.runtime.OperationHandler;
import dev.dragoman.runtime.guard.Decision;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.call.CallPreparation;
import dev.dragoman.runtime.tool.call.PreparedCall;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.node.JsonNodeFactory;

/** From arguments to the request that is sent: everything between the guard and the client. */
@State(Scope.Benchmark)
public class CallPreparing {
  private static final String READ = "bulkSync_get";
  private static final String CREATE = "bulkSync_create";

  private final GeneratedApi api = GeneratedApi.example();
  private final CallPreparation preparation =
      new CallPreparation(api.operations(), api.guard(), CallOptions.defaults());
  private final Step read =
      new Step(READ, new CallArguments(Samples.readArguments(), null, Optional.empty()));
  private final Step create =
      new Step(
          CREATE,
          new CallArguments(
              JsonNodeFactory.instance.objectNode(), Samples.createBody(), Optional.empty()));

  private final class Step {
    private final int ordinal;
    private final Permit permit;
    private final OperationHandler handler;
    private final CallArguments arguments;

    Step(String operation, CallArguments arguments) {
      this.ordinal = api.ordinal(operation);
      this.permit = api.permit(operation);
      this.handler = api.handler(operation);
      this.arguments = arguments;
    }

    PreparedCall prepare() {
      return preparation.prepare(permit, ordinal, handler, arguments, Optional.empty());
    }
  }

  /** Fails unless the requests are those of the operations. */
  @Setup
  public void check() {
    Expected.that(read().request().rawPath().startsWith("/api/bulk/syncs/"), read());
    Expected.that(create().request().rawPath().equals("/api/bulk/syncs"), create());
  }

  /** Finds an operation and its handler by its id. */
  @Benchmark
  public OperationHandler lookUp() {
    return api.handler(READ);
  }

  @Benchmark
  public Decision guard() {
    return api.guard().decide(read.handler.operation(), api.caller());
  }

  @Benchmark
  public PreparedCall read() {
    return read.prepare();
  }

  @Benchmark
  public PreparedCall create() {
    return create.prepare();
  }
}
