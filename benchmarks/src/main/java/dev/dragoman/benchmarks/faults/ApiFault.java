package dev.dragoman.benchmarks.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A way in which an API fails after a request has reached it. */
public enum ApiFault {
  RESET("connection closed without an answer") {
    @Override
    public void answer(OutputStream out) {}
  },
  HANG("nothing comes") {
    @Override
    public void answer(OutputStream out) throws InterruptedException {
      Thread.sleep(LONG_MILLIS);
    }
  },
  DRIP("a byte of the body every 50 ms") {
    @Override
    public void answer(OutputStream out) throws IOException, InterruptedException {
      out.write(bytes("HTTP/1.1 200 OK\nContent-Type: application/json\n\n"));
      drip(out);
    }
  },
  DRIP_HEADERS("a byte of a header every 50 ms") {
    @Override
    public void answer(OutputStream out) throws IOException, InterruptedException {
      out.write(bytes("HTTP/1.1 200 OK\nX-Slow: "));
      drip(out);
    }
  },
  TRUNCATED("a body shorter than its Content-Length") {
    @Override
    public void answer(OutputStream out) throws IOException {
      out.write(bytes("HTTP/1.1 200 OK\nContent-Length: 1000\n\n{\"a\":"));
    }
  },
  GZIP_BOMB("200 MB of zeros in 200 kB") {
    @Override
    public void answer(OutputStream out) throws IOException {
      out.write(
          bytes(
              "HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: "
                  + Bomb.BYTES.length
                  + "\n\n"));
      out.write(Bomb.BYTES);
    }
  },
  ENDLESS("a body that never ends") {
    @Override
    public void answer(OutputStream out) throws IOException {
      out.write(bytes("HTTP/1.1 200 OK\nContent-Type: application/json\n\n["));
      byte[] chunk = "0,".repeat(8_192).getBytes(ISO_8859_1);
      while (true) {
        out.write(chunk);
      }
    }
  },
  LONG("nine megabytes of JSON") {
    @Override
    public void answer(OutputStream out) throws IOException {
      String item = "{\"id\":123456,\"name\":\"" + "of some length, ".repeat(8) + "\"},";
      int count = 9_000_000 / item.length();
      int length = 1 + count * item.length() + 3;
      out.write(
          bytes(
              "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: "
                  + length
                  + "\n\n["));
      byte[] chunk = item.repeat(100).getBytes(ISO_8859_1);
      for (int sent = 0; sent < count / 100; sent++) {
        out.write(chunk);
      }
      out.write(item.repeat(count % 100).getBytes(ISO_8859_1));
      out.write(bytes("{}]"));
    }
  },
  DEEP("JSON nested 100,000 deep") {
    @Override
    public void answer(OutputStream out) throws IOException {
      out.write(bytes("HTTP/1.1 200 OK\nContent-Type: application/json\n\n" + "[".repeat(100_000)));
    }
  },
  HUGE_HEADERS("five megabytes of headers") {
    @Override
    public void answer(OutputStream out) throws IOException {
      out.write(bytes("HTTP/1.1 200 OK\n"));
      for (int count = 0; count < 5_000; count++) {
        out.write(bytes("X-H" + count + ": " + "x".repeat(1_000) + "\n"));
      }
      out.write(bytes("Content-Length: 2\n\n{}"));
    }
  },
  MALFORMED("no HTTP") {
    @Override
    public void answer(OutputStream out) throws IOException {
      out.write(bytes("220 mail.example ESMTP\n\n"));
    }
  },
  UNAVAILABLE("503 with Retry-After") {
    @Override
    public void answer(OutputStream out) throws IOException {
      out.write(bytes("HTTP/1.1 503 No\nRetry-After: 1\nContent-Length: 0\n\n"));
    }
  },
  ERROR("500 with a page") {
    @Override
    public void answer(OutputStream out) throws IOException {
      out.write(
          bytes("HTTP/1.1 500 No\nContent-Type: text/html\nContent-Length: 13\n\n<html>x</html"));
    }
  },
  REDIRECT_LOOP("a redirect to the same place") {
    @Override
    public void answer(OutputStream out) throws IOException {
      out.write(bytes("HTTP/1.1 302 No\nLocation: ?again\nContent-Length: 0\n\n"));
    }
  };

  private static final long LONG_MILLIS = 120_000;

  private final String description;

  ApiFault(String description) {
    this.description = description;
  }

  String description() {
    return description;
  }

  /** Writes the faulty response; the connection ends afterwards. */
  public abstract void answer(OutputStream out) throws IOException, InterruptedException;

  private static void drip(OutputStream out) throws IOException, InterruptedException {
    while (true) {
      out.write('1');
      out.flush();
      Thread.sleep(50);
    }
  }

  /** The bytes of a text, with line feeds replaced by CRLF. */
  private static byte[] bytes(String text) {
    return text.replace("\n", "\r\n").getBytes(ISO_8859_1);
  }

  /** Created once, because it takes longer than a call may. */
  private static final class Bomb {
    static final byte[] BYTES = make();

    private static byte[] make() {
      ByteArrayOutputStream bomb = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
        for (int count = 0; count < 200; count++) {
          gzip.write(new byte[1_000_000]);
        }
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      return bomb.toByteArray();
    }
  }
}
