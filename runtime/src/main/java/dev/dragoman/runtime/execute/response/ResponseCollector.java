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
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/**
 * Collects an answer while it arrives, decoded, and stops reading as soon as it is longer than
 * allowed. Of a stream of events or lines, which may never end, it takes what came until a time.
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
   * A reader for one answer.
   *
   * @param maxBytes the longest body, on the wire and again after decoding
   * @param memory what the body's bytes are taken from
   * @param status is told the status as soon as it is known
   */
  public ResponseCollector(
      int maxBytes, Deadline deadline, ResponseMemory.Share memory, IntConsumer status) {
    this.maxBytes = maxBytes;
    this.deadline = deadline;
    this.memory = memory;
    this.status = status;
  }

  /**
   * What came of an answer.
   *
   * @param isCut whether more would have come
   */
  public record Received(ResponseHead head, ByteBlocks body, boolean isCut) {

    /** The length of the decoded body in bytes. */
    public int length() {
      return body.length();
    }

    /** The response, whole unless it is a stream; to be called once. */
    public ApiResponse toResponse() {
      List<Pair> headers =
          head.headers().stream().filter(pair -> !pair.name().equals("content-encoding")).toList();
      return new ApiResponse(
          head.status(),
          headers,
          head.header("content-type"),
          ApiResponse.Bytes.given(body.join()),
          isCut);
    }
  }

  /** The bytes on the wire, up to the limit. */
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
      wire.transferTo(OutputStream.nullOutputStream());
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
          "The API's answer is broken: it says "
              + String.join(", ", codings)
              + " but cannot be decompressed.");
    }
  }

  /** Reads to the end of the body, or of a stream up to the limit; whether the end was there. */
  private boolean collect(InputStream decoded, ByteBlocks blocks, boolean stream)
      throws IOException {
    while (blocks.readFrom(decoded)) {
      // Each turn reads what is there.
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
        "The API's answer was cut short: " + length + " of " + declared + " bytes came.");
  }

  private UpstreamException tooLong() {
    return new UpstreamException(
        "The API's answer is longer than "
            + maxBytes
            + " bytes and was not read to its end. Ask for less, by the operation's paging, filter"
            + " or field parameters.");
  }
}
