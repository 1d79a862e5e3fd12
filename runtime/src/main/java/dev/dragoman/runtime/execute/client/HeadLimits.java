package dev.dragoman.runtime.execute.client;

import org.apache.hc.core5.http.config.Http1Config;

/** How large the head of a response may be. Node.js and most proxies allow less than this. */
public final class HeadLimits {
  /** Bytes of a status line and all headers together. */
  public static final int MAX_BYTES = 128 * 1024;

  /** The number of headers. */
  public static final int MAX_HEADERS = 1_000;

  static final int BUFFER_BYTES = 8 * 1024;

  private HeadLimits() {}

  static Http1Config config() {
    return Http1Config.custom()
        .setBufferSize(BUFFER_BYTES)
        .setMaxLineLength(MAX_BYTES)
        .setMaxHeaderCount(MAX_HEADERS)
        .build();
  }
}
