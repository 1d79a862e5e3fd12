package dev.dragoman.runtime.client;

import dev.dragoman.runtime.request.OperationRequest;
import dev.dragoman.runtime.request.RequiredValue;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The items of an operation that returns them in pages. A page is requested when its first item is
 * asked for; each iteration begins with the first page. Iterating ends after the last page, and
 * also when the API returns a page a second time; it throws what {@link ApiClient#call} throws.
 *
 * @param <T> the type of the items
 */
public final class Pages<T> implements Iterable<T> {
  private final ApiClient client;
  private final OperationRequest first;
  private final Paging paging;
  private final Function<RequiredValue, T> item;

  private Pages(
      ApiClient client, OperationRequest first, Paging paging, Function<RequiredValue, T> item) {
    this.client = Objects.requireNonNull(client);
    this.first = Objects.requireNonNull(first);
    this.paging = Objects.requireNonNull(paging);
    this.item = Objects.requireNonNull(item);
  }

  /**
   * The pages from a request on; for generated clients.
   *
   * @param item reads an item, e.g. {@code RequiredValue::asString}
   */
  public static <T> Pages<T> of(
      ApiClient client, OperationRequest first, Paging paging, Function<RequiredValue, T> item) {
    return new Pages<>(client, first, paging, item);
  }

  /** The items one by one. */
  @Override
  public Iterator<T> iterator() {
    return stream().iterator();
  }

  /** The items one by one. The stream requests a page when it needs the page's first item. */
  public Stream<T> stream() {
    return StreamSupport.stream(byPage().spliterator(), false).flatMap(List::stream);
  }

  /** The items page by page. */
  public Iterable<List<T>> byPage() {
    return () -> new PageIterator<>(client, first, paging, item);
  }
}
