package dev.dragoman.runtime.client;

import dev.dragoman.runtime.paging.NextPage;
import dev.dragoman.runtime.request.JsonObject;
import dev.dragoman.runtime.request.OperationRequest;
import dev.dragoman.runtime.request.RequiredValue;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Requests one page after the other. Not thread-safe. */
final class PageIterator<T> implements Iterator<List<T>> {
  private final ApiClient client;
  private final OperationRequest first;
  private final Paging paging;
  private final Function<RequiredValue, T> item;
  private final Set<NextPage.Page> seen = new HashSet<>();
  private NextPage.Page here;
  private boolean isAtEnd;
  private @Nullable JsonNode before;
  private @Nullable List<T> ready;

  PageIterator(
      ApiClient client, OperationRequest first, Paging paging, Function<RequiredValue, T> item) {
    this.client = client;
    this.first = first;
    this.paging = paging;
    this.item = item;
    this.here = paging.page(first.request());
    seen.add(here);
  }

  @Override
  public boolean hasNext() {
    if (ready == null && !isAtEnd) {
      ready = fetch();
    }
    return ready != null;
  }

  @Override
  public List<T> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    List<T> page = Objects.requireNonNull(ready);
    ready = null;
    return page;
  }

  /** The next page; null if there is none. */
  private @Nullable List<T> fetch() {
    OperationRequest request = request(here);
    ApiReply reply = client.call(request);
    JsonNode body = reply.json();
    JsonNode items = paging.items(body);
    if (paging.isBlind(here) && body.equals(before)) {
      // The API ignores the parameter.
      isAtEnd = true;
      return null;
    }
    before = body;
    isAtEnd = !goOn(paging.next(request.request(), reply, body), reply);
    return items.isMissingNode() || items.isNull()
        ? List.of()
        : reply.read(whole -> JsonObject.value(paging.place(), items).asList(item));
  }

  private boolean goOn(NextPage next, ApiReply reply) {
    if (next instanceof NextPage.Unreachable unreachable) {
      throw ApiReplyException.unreadable(
          reply, "refers to a next page that cannot be requested: " + unreachable.reason());
    } else if (next instanceof NextPage.Page page) {
      here = page;
      return seen.add(page);
    }
    return false;
  }

  private OperationRequest request(NextPage.Page page) {
    return () -> paging.requesting(first.request(), page);
  }
}
