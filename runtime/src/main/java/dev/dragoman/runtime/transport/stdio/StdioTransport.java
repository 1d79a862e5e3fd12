package dev.dragoman.runtime.transport.stdio;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.mcp.McpCore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** Serves one client over a pair of streams. */
public final class StdioTransport {
  private static final int MAX_LINE_BYTES = 4 * 1024 * 1024;

  /** A client waits about two seconds after closing its end before it kills the process. */
  private static final Duration GRACE = Duration.ofMillis(1500);

  private StdioTransport() {}

  /**
   * Serves until the end of input, then gives running calls a short time to finish, as it does when
   * the process is told to stop.
   *
   * @param in one message per line, in UTF-8
   * @param out accepts messages only
   * @param caller the caller at the other end
   * @throws IOException if the input cannot be read
   */
  public static void run(InputStream in, OutputStream out, McpCore core, Caller caller)
      throws IOException {
    run(in, out, core, caller, () -> {});
  }

  /**
   * Like {@link #run(InputStream, OutputStream, McpCore, Caller)}, with preparations that calls
   * need and the messages before them do not.
   *
   * @param beforeCalls runs once, before the first call of a tool
   */
  public static void run(
      InputStream in, OutputStream out, McpCore core, Caller caller, Runnable beforeCalls)
      throws IOException {
    LineReader lines = new LineReader(in, MAX_LINE_BYTES);
    LineWriter writer = new LineWriter(out);
    RunningCalls calls = new RunningCalls(writer);
    Thread stop = new Thread(() -> finish(calls, writer), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    Conversation conversation = new Conversation(core, caller, writer, calls, beforeCalls);
    try {
      LineReader.Found found = lines.next();
      while (found != LineReader.Found.END) {
        if (found == LineReader.Found.LINE) {
          conversation.accept(lines.line());
        } else {
          conversation.acceptLongLine();
        }
        found = lines.next();
      }
    } finally {
      finish(calls, writer);
      forget(stop);
    }
  }

  private static void forget(Thread stop) {
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException alreadyStopping) {
      // A signal arrived together with the end of input.
    }
  }

  private static void finish(RunningCalls calls, LineWriter writer) {
    try {
      calls.close(GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      writer.close();
    }
  }
}
