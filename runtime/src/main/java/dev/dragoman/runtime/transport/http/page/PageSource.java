package dev.dragoman.runtime.transport.http.page;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Renders the documents for people. Thread-safe; a document is rendered when it is asked for. */
public interface PageSource {
  /**
   * The paths of the documents in their normal form, below the context path. The first one is that
   * of the page to which browsers are sent.
   */
  List<String> paths();

  /**
   * The document at a path.
   *
   * @param path in its normal form
   * @param server the address under which the client has reached the server, without the path of
   *     the endpoint; its host is one that the server may be reached by
   * @return empty if the path is not one of {@link #paths()}
   */
  Optional<PageDocument> document(String path, URI server);
}
