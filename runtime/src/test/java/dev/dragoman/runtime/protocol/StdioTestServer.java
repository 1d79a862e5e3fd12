package dev.dragoman.runtime.protocol;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.mcp.fixture.FixtureServer;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.transport.stdio.StdioTransport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The fixture server over a pipe and a socket. A pipe would close when a cancelled call is
 * interrupted while it writes, which the standard output of a process does not.
 */
final class StdioTestServer implements TestServer {
  private final OutputStream toServer;
  private final BufferedReader fromServer;
  private final CompletableFuture<Void> ended;
  private boolean greeted;

  StdioTestServer(McpTool... more) {
    try {
      Pipe in = Pipe.open();
      Socket out = new Socket();
      toServer = Channels.newOutputStream(in.sink());
      fromServer = new BufferedReader(new InputStreamReader(connect(out), StandardCharsets.UTF_8));
      ended = CompletableFuture.runAsync(() -> serve(in, out, more), StdioTestServer::start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void start(Runnable server) {
    Thread thread = new Thread(server, "stdio server");
    thread.setDaemon(true);
    thread.start();
  }

  /** The other end of a socket. */
  private static InputStream connect(Socket socket) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      socket.connect(server.getLocalSocketAddress());
      return server.accept().getInputStream();
    }
  }

  private static void serve(Pipe in, Socket out, McpTool... more) {
    try (var input = Channels.newInputStream(in.source());
        var output = out.getOutputStream()) {
      StdioTransport.run(input, output, FixtureServer.core(more), Caller.anonymous());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Agrees on the revision first, where that is the way, then sends. */
  @Override
  public Answer send(Message message) {
    if (!message.isModern() && !message.method().equals("initialize") && !greeted) {
      greeted = true;
      write(
          Message.in(message.version())
              .asks(
                  "initialize",
                  "{\"protocolVersion\": \"%s\", \"capabilities\": {}}"
                      .formatted(message.version()))
              .text());
      read();
    }
    write(message.text());
    return message.answered() ? Answer.of(0, read()) : silence();
  }

  /** Nothing came back if the answer to the next question is the next line. */
  private Answer silence() {
    write("{\"jsonrpc\": \"2.0\", \"id\": \"next\", \"method\": \"ping\"}");
    Answer answer = Answer.of(0, read());
    return answer.at("/id").asString("").equals("next") ? new Answer(0, null) : answer;
  }

  void write(String line) {
    writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  void writeBytes(byte[] bytes) {
    try {
      toServer.write(bytes);
      toServer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next line; empty at the end. */
  String read() {
    try {
      String line = fromServer.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the input, as a client does that is done. */
  void endInput() {
    try {
      toServer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    endInput();
    try {
      ended.get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("The server did not end with its input.", e);
    }
  }
}
