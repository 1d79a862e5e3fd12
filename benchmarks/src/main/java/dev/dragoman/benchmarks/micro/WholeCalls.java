package dev.dragoman.benchmarks.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.PreviewingExecutor;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.message.ProtocolVersion;
import dev.dragoman.runtime.mcp.message.Reply;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.tool.api.ApiTools;
import dev.dragoman.runtime.tool.execute.ApiBackend;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * From the bytes of a request's body to the bytes of the response, without HTTP on either side: the
 * API responds at once.
 */
@State(Scope.Benchmark)
public class WholeCalls {
  private final GeneratedApi api = GeneratedApi.example();
  private final McpCore core =
      new McpCore(
          new ServerInfo("bench", "Bench", "1", ""),
          ApiTools.of(api.operations(), api.guard(), ApiBackend.live(ConstantApi::new), null));
  private final MessageContext context =
      new MessageContext(api.caller(), ProtocolVersion.V2025_11_25);
  private final byte[] execute = Samples.readMessage();
  private final byte[] create = Samples.createMessage();
  private final byte[] search = Samples.searchMessage(List.of("list bulk syncs"));
  private final byte[] severalSearches =
      Samples.searchMessage(
          List.of("list bulk syncs", "start a sync", "status of an execution", "create a model"));
  private final byte[] list =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}".getBytes(UTF_8);

  /** Gives every request the same response. */
  private static final class ConstantApi implements PreviewingExecutor {
    private final ApiResponse response =
        new ApiResponse(
            200,
            List.of(),
            Optional.of("application/json"),
            new ApiResponse.Bytes(Samples.response().toString().getBytes(UTF_8)));

    @Override
    public ApiResponse execute(Permit permit, ApiRequest request) {
      return response;
    }

    @Override
    public String preview(Permit permit, ApiRequest request) {
      return request.toString();
    }
  }

  private byte[] answer(byte[] message) {
    return ((Reply.Answer) core.handle(core.read(message), context)).bytes();
  }

  /** Fails unless all calls are successful. */
  @Setup
  public void check() {
    for (byte[] reply : List.of(execute(), create(), search(), severalSearches(), list())) {
      String text = new String(reply, UTF_8);
      Expected.that(text.contains("\"result\"") && !text.contains("\"isError\":true"), text);
    }
  }

  @Benchmark
  public byte[] execute() {
    return answer(execute);
  }

  @Benchmark
  public byte[] create() {
    return answer(create);
  }

  @Benchmark
  public byte[] search() {
    return answer(search);
  }

  @Benchmark
  public byte[] severalSearches() {
    return answer(severalSearches);
  }

  @Benchmark
  public byte[] list() {
    return answer(list);
  }
}
