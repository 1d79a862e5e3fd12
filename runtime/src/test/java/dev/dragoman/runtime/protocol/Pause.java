package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.mcp.fixture.FixtureTool;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A tool named {@code pause} that runs until it is told to go on or is interrupted. */
final class Pause implements McpTool {
  private final CountDownLatch began = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);

  @Override
  public ToolDescriptor descriptor() {
    return FixtureTool.named("pause", this::call).descriptor();
  }

  @Override
  public CallToolResult call(ToolCall call) {
    began.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      interrupted.countDown();
      Thread.currentThread().interrupt();
    }
    return CallToolResult.text("went on");
  }

  void awaitBegin() throws InterruptedException {
    assertThat(began.await(20, TimeUnit.SECONDS)).as("the call began").isTrue();
  }

  void goOn() {
    goOn.countDown();
  }

  void awaitInterrupt() throws InterruptedException {
    assertThat(interrupted.await(20, TimeUnit.SECONDS)).as("the call was interrupted").isTrue();
  }
}
