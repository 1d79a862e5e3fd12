package dev.dragoman.runtime.execute.client;

import org.apache.hc.core5.http.config.Http1Config;

/** The maximum size of a response head. Node.js and most proxies allow less than this. */
public final class HeadLimits {
  /** Maximum size of the status line and all headers together, in bytes. */
  public static final int MAX_BYTES = 128 * 1024;

  /** Maximum number of headers. */
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
