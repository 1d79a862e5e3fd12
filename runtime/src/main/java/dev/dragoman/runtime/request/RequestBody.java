package dev.dragoman.runtime.request;

import java.util.Arrays;
import java.util.Objects;

/** The bytes of a request body and their media type. */
public final class RequestBody {
  private final String contentType;
  private final byte[] bytes;

  /** Takes ownership of the bytes. */
  RequestBody(String contentType, byte[] bytes) {
    this.contentType = Objects.requireNonNull(contentType);
    this.bytes = bytes;
  }

  /**
   * Creates a body for a hand-written tool.
   *
   * @param contentType the value of {@code Content-Type}, including parameters
   */
  public static RequestBody of(String contentType, byte[] bytes) {
    return new RequestBody(contentType, bytes.clone());
  }

  /** The value of {@code Content-Type}, including parameters. */
  public String contentType() {
    return contentType;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RequestBody that
        && contentType.equals(that.contentType)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * contentType.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return contentType + ", " + bytes.length + " bytes";
  }
}
