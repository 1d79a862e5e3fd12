package dev.dragoman.runtime.transport.http;

import java.util.Map;

/** The status codes of this server's responses (RFC 9110, section 15; RFC 6585). */
final class Status {
  static final int OK = 200;
  static final int ACCEPTED = 202;
  static final int NO_CONTENT = 204;
  static final int SEE_OTHER = 303;
  static final int NOT_MODIFIED = 304;
  static final int BAD_REQUEST = 400;
  static final int UNAUTHORIZED = 401;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int METHOD_NOT_ALLOWED = 405;
  static final int REQUEST_TIMEOUT = 408;
  static final int PAYLOAD_TOO_LARGE = 413;
  static final int UNSUPPORTED_MEDIA_TYPE = 415;
  static final int TOO_MANY_REQUESTS = 429;
  static final int SERVER_ERROR = 500;
  static final int SERVICE_UNAVAILABLE = 503;

  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(BAD_REQUEST, "Bad Request"),
          Map.entry(UNAUTHORIZED, "Unauthorized"),
          Map.entry(FORBIDDEN, "Forbidden"),
          Map.entry(NOT_FOUND, "Not Found"),
          Map.entry(METHOD_NOT_ALLOWED, "Method Not Allowed"),
          Map.entry(REQUEST_TIMEOUT, "Request Timeout"),
          Map.entry(PAYLOAD_TOO_LARGE, "Payload Too Large"),
          Map.entry(UNSUPPORTED_MEDIA_TYPE, "Unsupported Media Type"),
          Map.entry(TOO_MANY_REQUESTS, "Too Many Requests"),
          Map.entry(SERVER_ERROR, "Server Error"),
          Map.entry(SERVICE_UNAVAILABLE, "Service Unavailable"));

  private Status() {}

  /** The status in words. */
  static String reason(int status) {
    return REASONS.getOrDefault(status, String.valueOf(status));
  }
}
