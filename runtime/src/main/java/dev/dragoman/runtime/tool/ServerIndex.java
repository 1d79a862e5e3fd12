package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.catalog.OptionalResources;
import dev.dragoman.runtime.search.SearchIndex;
import dev.dragoman.runtime.search.vector.OperationVectors;
import dev.dragoman.runtime.search.vector.SentenceEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search index of a server. Ranks by words from the start. If the server was built with
 * vectors, a background thread also loads the index that ranks by meaning, which replaces the first
 * one as soon as it is ready.
 */
final class ServerIndex implements Supplier<SearchIndex> {
  /** The path of the search index below the resource root. */
  static final String INDEX = "search.idx";

  /** The path of the operations' vectors, which exist if the server was built with them. */
  static final String VECTORS = "search.vec";

  private final ServerDefinition definition;
  private final Supplier<SearchIndex> words = Lazy.of(this::readIndex);
  private volatile @Nullable SearchIndex learned;

  /** Creates the index of an API and starts to load its vectors, if there are any. */
  ServerIndex(ServerDefinition definition) {
    this.definition = definition;
    if (OptionalResources.exists(definition, VECTORS)) {
      Thread thread = new Thread(this::learn, "search-meaning");
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Override
  public SearchIndex get() {
    SearchIndex now = learned;
    return now == null ? words.get() : now;
  }

  /** A failure is logged and leaves search by words in place. */
  private void learn() {
    Logger log = LoggerFactory.getLogger("search");
    try {
      Iterator<SentenceEncoder> encoders =
          ServiceLoader.load(SentenceEncoder.class, definition.resources().getClassLoader())
              .iterator();
      if (encoders.hasNext()) {
        OperationVectors vectors = OperationVectors.read(read(VECTORS));
        learned = words.get().withMeaning(vectors, encoders.next());
        log.info("search knows meanings now");
      } else {
        log.warn(
            "search ranks by words only: add dragoman-semantic to the server's libraries, or build"
                + " it without semantic search");
      }
    } catch (RuntimeException | LinkageError | java.util.ServiceConfigurationError e) {
      log.warn("search ranks by words only: {}", String.valueOf(e.getMessage()));
    }
  }

  private SearchIndex readIndex() {
    return SearchIndex.read(read(INDEX));
  }

  private ByteBuffer read(String name) {
    try (InputStream stream = definition.resources().getResourceAsStream(resource(name))) {
      if (stream == null) {
        throw new IllegalStateException("the resource " + resource(name) + " is missing");
      }
      return ByteBuffer.wrap(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String resource(String name) {
    return "/" + definition.resourceRoot() + "/" + name;
  }
}
