package dev.dragoman.runtime.app;

import dev.dragoman.runtime.tool.Lazy;
import dev.dragoman.runtime.transport.http.page.PageDocument;
import dev.dragoman.runtime.transport.http.page.PageSource;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A page none of whose classes is loaded before somebody opens it. */
final class DeferredPage implements PageSource {
  private final List<String> paths;
  private final Supplier<PageSource> page;

  DeferredPage(List<String> paths, Supplier<PageSource> page) {
    this.paths = List.copyOf(paths);
    this.page = Lazy.of(page);
  }

  @Override
  public List<String> paths() {
    return paths;
  }

  @Override
  public Optional<PageDocument> document(String path, URI server) {
    return paths.contains(path) ? page.get().document(path, server) : Optional.empty();
  }
}
