package dev.dragoman.benchmarks.micro;

import dev.dragoman.runtime.mcp.message.IncomingMessage;
import dev.dragoman.runtime.mcp.message.MessageReader;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the bytes of a request's body to a message. */
@State(Scope.Benchmark)
public class RequestReading {
  private final byte[] search = Samples.searchMessage(List.of("list bulk syncs"));
  private final byte[] execute = Samples.readMessage();
  private final byte[] create = Samples.createMessage();
  private final byte[] upload = Samples.longMessage(500);

  /** Fails unless all messages are requests. */
  @Setup
  public void check() {
    for (IncomingMessage message : List.of(search(), execute(), create(), upload())) {
      Expected.that(message instanceof IncomingMessage.Request, message);
    }
  }

  @Benchmark
  public IncomingMessage search() {
    return MessageReader.read(search);
  }

  @Benchmark
  public IncomingMessage execute() {
    return MessageReader.read(execute);
  }

  /** With a body of half a kilobyte. */
  @Benchmark
  public IncomingMessage create() {
    return MessageReader.read(create);
  }

  /** With a body of a quarter of a megabyte. */
  @Benchmark
  public IncomingMessage upload() {
    return MessageReader.read(upload);
  }
}
