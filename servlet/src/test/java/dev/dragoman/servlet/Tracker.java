package dev.dragoman.servlet;

import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.extension.ToolContext;
import dev.dragoman.runtime.extension.ToolDefinition;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.server.McpServer;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The tracker's server in mock mode, with a tool that waits and one that returns much. */
final class Tracker {
  final CountDownLatch started = new CountDownLatch(1);
  final CountDownLatch released = new CountDownLatch(1);
  final CountDownLatch interrupted = new CountDownLatch(1);

  private final McpServer server;

  Tracker(Path folder) throws IOException {
    TrackerResources.write(folder);
    this.server =
        McpServer.builder(TrackerApi.definition(TrackerResources.anchorIn(folder)).build())
            .tool(new OwnTool("wait", this::await))
            .tool(new OwnTool("much", context -> ToolResult.text("x".repeat(39_000))))
            .tool(
                new OwnTool(
                    "sure",
                    context -> ToolResult.text(context.confirm("Sure?") ? "was sure" : "was not")))
            .build();
  }

  /** A servlet of this server, with these flags besides. */
  McpServlet servlet(String... flags) {
    List<String> all = new ArrayList<>(List.of("--mock", "--feedback", "off"));
    all.addAll(List.of(flags));
    return new McpServlet(server, all.toArray(String[]::new));
  }

  private ToolResult await(ToolContext context) throws InterruptedException {
    started.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw e;
    }
    return ToolResult.text("waited");
  }

  /** What a tool does. */
  interface Work {
    ToolResult run(ToolContext context) throws InterruptedException;
  }

  private record OwnTool(String name, Work work) implements Tool {
    @Override
    public ToolDefinition definition() {
      return ToolDefinition.builder(name).title(name).description("Do " + name + ".").build();
    }

    @Override
    public ToolResult call(Arguments arguments, ToolContext context) throws InterruptedException {
      return work.run(context);
    }
  }
}
