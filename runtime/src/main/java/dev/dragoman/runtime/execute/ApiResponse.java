package dev.dragoman.runtime.execute;

import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The API's answer.
 *
 * @param status the HTTP status
 * @param headers names in lower case, in the order they came
 * @param contentType the value of {@code Content-Type}
 * @param body the bytes after content decoding; empty when there are none
 * @param isCut whether it is the beginning of a stream that had not ended when time was up
 */
public record ApiResponse(
    int status, List<Pair> headers, Optional<String> contentType, Bytes body, boolean isCut) {

  /** An answer that came to its end. */
  public ApiResponse(int status, List<Pair> headers, Optional<String> contentType, Bytes body) {
    this(status, headers, contentType, body, false);
  }

  /** Bytes that nobody else can change. */
  public static final class Bytes {
    private final byte[] value;

    public Bytes(byte[] value) {
      this(value, true);
    }

    private Bytes(byte[] value, boolean copied) {
      this.value = copied ? value.clone() : value;
    }

    /** Bytes that the caller gives away: an answer may be long, and copies of it add up. */
    public static Bytes given(byte[] value) {
      return new Bytes(value, false);
    }

    /** The bytes themselves, for reading only. */
    public byte[] shared() {
      return value;
    }

    public byte[] toArray() {
      return value.clone();
    }

    public int length() {
      return value.length;
    }
  }

  public ApiResponse {
    Objects.requireNonNull(contentType);
    Objects.requireNonNull(body);
    headers = List.copyOf(headers);
  }

  /** The first value of a header; empty when there is none. */
  public Optional<String> header(String lowerCaseName) {
    return headers.stream()
        .filter(pair -> pair.name().equals(lowerCaseName))
        .map(Pair::value)
        .findFirst();
  }
}
