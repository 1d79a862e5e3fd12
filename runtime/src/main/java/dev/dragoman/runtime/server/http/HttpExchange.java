package dev.dragoman.runtime.server.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One request and its response, as an HTTP server has them. An adapter implements it; {@link
 * HttpEndpoint} decides everything else.
 *
 * <p>No method blocks. Methods of the response are called by one thread at a time, but not always
 * by the same one.
 */
public interface HttpExchange {
  /** The request method, e.g. {@code POST}. */
  String method();

  /** The path of the request target as it was sent: not decoded, and without the query. */
  String path();

  /**
   * The part of the URL's path before {@link #path()} that belongs to the HTTP server, such as the
   * context path of a servlet; empty if there is none.
   */
  default String contextPath() {
    return "";
  }

  /** Whether the HTTP server has received the request over TLS. */
  default boolean isSecure() {
    return false;
  }

  /**
   * The authority of a request target in absolute form, which names the host in addition to {@code
   * Host} (RFC 9112, section 3.2.2); empty if there is none or the HTTP server has compared them.
   */
  Optional<String> authority();

  /**
   * The values of a request header, one for each field of that name in any case; a value with
   * commas is not split.
   */
  List<String> headers(String name);

  /** The length of the body in bytes as declared; -1 if it is not declared. */
  long length();

  /** The client's network, which shares the limits per sender: see {@link Network}. */
  String network();

  /**
   * Hands the request's body over as it arrives. Called once at most. {@link RequestBody#complete}
   * must be called by a thread that may block as long as a call takes.
   */
  void receive(RequestBody body);

  /** Gives the rest of the request's body up. A response can be sent nevertheless. */
  void stopReceiving(Throwable cause);

  /** Sets the status of a response that has not been started. */
  void status(int status);

  /** Sets a header of a response that has not been started, in place of earlier values. */
  void header(String name, String value);

  /**
   * Sends a part of the response at once; the first part starts the response.
   *
   * @param completion called when the next part may be sent, or when sending has failed
   */
  void write(ByteBuffer part, Completion completion);

  /**
   * Sends the rest of the response and ends the exchange.
   *
   * @param done called when it has been sent, or when sending has failed
   */
  void end(ByteBuffer rest, Runnable done);

  /** Ends the exchange after a failure, with status 500 if no response has been started. */
  void abort(Throwable cause);

  /** Closes the client's connection if the HTTP server allows that, and ends the exchange. */
  void hangUp();

  /** Runs a task later, on a thread that the task must not block. */
  Timer schedule(Runnable task, Duration delay);

  /** Says that the request is complete and is being processed. */
  default void processing() {}

  /** Says that the result is known and only has to be sent. */
  default void responding() {}

  /** Learns how sending a part has ended; one of the methods is called once. */
  interface Completion {
    /** The next part may be sent. */
    void succeeded();

    /** The part could not be sent, usually because the client has closed the connection. */
    void failed(Throwable cause);
  }

  /** A task that runs later. */
  interface Timer {
    /** Has no effect if the task has started. */
    void cancel();
  }
}
