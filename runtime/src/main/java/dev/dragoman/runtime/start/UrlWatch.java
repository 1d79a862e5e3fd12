package dev.dragoman.runtime.start;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The log of a server, from which its port is read. */
final class UrlWatch extends OutputStream {
  private static final Pattern URL = Pattern.compile("http://[^/:]+:([0-9]+)/");
  private static final int START_SECONDS = 60;

  private final OutputStream log;
  private final StringBuilder said = new StringBuilder();
  private final CompletableFuture<Integer> port = new CompletableFuture<>();

  UrlWatch(OutputStream log) {
    this.log = log;
  }

  /**
   * Waits for the server.
   *
   * @throws IOException if it does not start
   */
  int port() throws IOException, InterruptedException {
    try {
      return port.get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the server did not start over HTTP", e);
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    log.write(bytes, offset, length);
    if (!port.isDone()) {
      said.append(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
      Matcher url = URL.matcher(said);
      if (url.find()) {
        port.complete(Integer.valueOf(url.group(1)));
      }
    }
  }
}
