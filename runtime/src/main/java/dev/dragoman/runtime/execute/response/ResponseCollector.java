package dev.dragoman.runtime.execute.response;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Deadline;
import dev.dragoman.runtime.execute.Fault;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.execute.client.ExchangeException;
import dev.dragoman.runtime.execute.client.ResponseBody;
import dev.dragoman.runtime.execute.client.ResponseHandler;
import dev.dragoman.runtime.execute.client.ResponseHead;
import dev.dragoman.runtime.media.ResponseMedia;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/**
 * Collects a response while it arrives, decodes it, and stops reading as soon as it exceeds the
 * limit. Of a stream of events or lines, which may never end, it collects what arrives until a
 * given time.
 */
public final class ResponseCollector implements ResponseHandler<ResponseCollector.Received> {
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Set<String> STREAMS =
      Set.of(
          "text/event-stream",
          "application/x-ndjson",
          "application/ndjson",
          "application/jsonl",
          "application/stream+json",
          "application/json-seq",
          "multipart/x-mixed-replace");

  private final int maxBytes;
  private final Deadline deadline;
  private final ResponseMemory.Share memory;
  private final IntConsumer status;

  /**
   * Creates a reader for one response.
   *
   * @param maxBytes maximum size of the body, both as received and after decoding
   * @param memory from which the body's bytes are taken
   * @param status receives the status as soon as it is known
   */
  public ResponseCollector(
      int maxBytes, Deadline deadline, ResponseMemory.Share memory, IntConsumer status) {
    this.maxBytes = maxBytes;
    this.deadline = deadline;
    this.memory = memory;
    this.status = status;
  }

  /**
   * The part of a response that was received.
   *
   * @param isCut whether more would have followed
   */
  public record Received(ResponseHead head, ByteBlocks body, boolean isCut) {

    /** The length of the decoded body in bytes. */
    public int length() {
      return body.length();
    }

    /** The response, which is complete unless it is a stream; may be called only once. */
    public ApiResponse toResponse() {
      List<Pair> headers =
          head.headers().stream().filter(pair -> !pair.name().equals("content-encoding")).toList();
      byte[] received = body.join();
      Optional<String> type = head.header("content-type");
      ResponseMedia media = ResponseMedia.of(type);
      Optional<byte[]> json = media.jsonInUtf8(received);
      return new ApiResponse(
          head.status(),
          headers,
          json.isPresent() ? Optional.of(media.type() + ";charset=utf-8") : type,
          ApiResponse.Bytes.given(json.orElse(received)),
          isCut);
    }
  }

  /** The bytes as received, up to the limit. */
  private final class Wire extends FilterInputStream {
    private final boolean stream;
    private long length;
    private boolean full;

    Wire(InputStream in, boolean stream) {
      super(in);
      this.stream = stream;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** Reads what follows the end of a content coding; the connection can be used again then. */
    void skipRest() throws IOException {
      byte[] rest = new byte[512];
      while (read(rest, 0, rest.length) >= 0) {
        // Nothing of it is part of the body.
      }
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      int came = full ? -1 : in.read(target, offset, count);
      length += Math.max(0, came);
      if (length > maxBytes) {
        if (!stream) {
          throw tooLong();
        }
        full = true;
        return -1;
      }
      return came;
    }
  }

  @Override
  public void answered(int httpStatus) {
    status.accept(httpStatus);
  }

  @Override
  public Received read(ResponseHead head, ResponseBody body) throws IOException {
    boolean stream = STREAMS.contains(ResponseMedia.of(head.header("content-type")).type());
    if (stream) {
      body.cutAt(deadline.cut());
    } else if (body.declaredLength() > maxBytes) {
      throw tooLong();
    }
    List<String> codings =
        ContentDecoder.codings(
            head.values("content-encoding").stream().flatMap(COMMA::splitAsStream).toList());
    Wire wire = new Wire(body, stream);
    ByteBlocks blocks =
        new ByteBlocks(maxBytes, codings.isEmpty() ? body.declaredLength() : -1, memory);
    try (InputStream decoded = ContentDecoder.decoded(wire, codings)) {
      boolean ended = collect(decoded, blocks, stream);
      wire.skipRest();
      return new Received(head, blocks, !ended || wire.full || body.isCut());
    } catch (ExchangeException failed) {
      if (isCutShort(failed, body)) {
        throw cutShort(wire.length, body.declaredLength());
      }
      throw failed;
    } catch (IOException broken) {
      if (body.isCut() || wire.full) {
        return new Received(head, blocks, true);
      }
      throw new UpstreamException(
          "The API's response cannot be decompressed; its content coding is "
              + String.join(", ", codings)
              + ".");
    }
  }

  /**
   * Reads to the end of the body, or of a stream up to the limit; returns whether the end was
   * reached.
   */
  private boolean collect(InputStream decoded, ByteBlocks blocks, boolean stream)
      throws IOException {
    while (blocks.readFrom(decoded)) {
      // Each iteration reads what is available.
    }
    boolean ended = decoded.read() < 0;
    if (!ended && !stream) {
      throw tooLong();
    }
    return ended;
  }

  private static boolean isCutShort(ExchangeException failed, ResponseBody body) {
    return failed.kind() == ExchangeException.Kind.BROKEN && body.declaredLength() >= 0;
  }

  private static UpstreamException cutShort(long length, long declared) {
    return new UpstreamException(
        Fault.BROKEN,
        "The API's response was truncated: "
            + length
            + " of "
            + declared
            + " bytes were received.");
  }

  private UpstreamException tooLong() {
    return new UpstreamException(
        "The API's response is longer than "
            + maxBytes
            + " bytes and was not read completely. Reduce it with the operation's paging, filter or"
            + " field parameters.");
  }
}
