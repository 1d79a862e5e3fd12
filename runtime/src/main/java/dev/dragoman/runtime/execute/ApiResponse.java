package dev.dragoman.runtime.execute;

import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A response of the API.
 *
 * @param status the HTTP status
 * @param headers names in lower case, in the order received
 * @param contentType the value of {@code Content-Type}
 * @param body the bytes after content decoding; empty if there are none
 * @param isCut whether this is the beginning of a stream that had not ended at the deadline
 */
public record ApiResponse(
    int status, List<Pair> headers, Optional<String> contentType, Bytes body, boolean isCut) {

  /** A complete response. */
  public ApiResponse(int status, List<Pair> headers, Optional<String> contentType, Bytes body) {
    this(status, headers, contentType, body, false);
  }

  /** Immutable bytes. */
  public static final class Bytes {
    private final byte[] value;

    public Bytes(byte[] value) {
      this(value, true);
    }

    private Bytes(byte[] value, boolean copied) {
      this.value = copied ? value.clone() : value;
    }

    /** Takes ownership of the bytes: a response may be long, and copies of it add up. */
    public static Bytes given(byte[] value) {
      return new Bytes(value, false);
    }

    /** The bytes themselves; must not be modified. */
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

  /** The first value of a header; empty if there is none. */
  public Optional<String> header(String lowerCaseName) {
    for (Pair pair : headers) {
      if (pair.name().equals(lowerCaseName)) {
        return Optional.of(pair.value());
      }
    }
    return Optional.empty();
  }
}
