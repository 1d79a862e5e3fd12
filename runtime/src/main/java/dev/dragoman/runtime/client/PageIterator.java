package dev.dragoman.runtime.client;

import dev.dragoman.runtime.request.JsonObject;
import dev.dragoman.runtime.request.OperationRequest;
import dev.dragoman.runtime.request.RequestContent;
import dev.dragoman.runtime.request.RequiredValue;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
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
  private final Set<String> seen = new HashSet<>();
  private @Nullable String value;
  private boolean isAtEnd;
  private @Nullable JsonNode before;
  private @Nullable List<T> ready;

  PageIterator(
      ApiClient client, OperationRequest first, Paging paging, Function<RequiredValue, T> item) {
    this.client = client;
    this.first = first;
    this.paging = paging;
    this.item = item;
    this.value = given(first, paging.parameter());
    if (value != null) {
      seen.add(value);
    }
  }

  /** The page that the caller starts with, if it says so. */
  private static @Nullable String given(OperationRequest first, String parameter) {
    return first.request().content().values().stream()
        .filter(one -> one.place().equals("query") && one.name().equals(parameter))
        .map(RequestContent.Value::value)
        .map(JsonNode::asString)
        .findFirst()
        .orElse(null);
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
    ApiReply reply = client.call(request());
    JsonNode body = reply.json();
    JsonNode items = paging.items(body);
    if (paging.isNumbered() && body.equals(before)) {
      // The API ignores the parameter.
      isAtEnd = true;
      return null;
    }
    before = body;
    Optional<String> following = paging.next(reply, body, value).filter(seen::add);
    isAtEnd = following.isEmpty();
    value = following.orElse(null);
    return items.isMissingNode() || items.isNull()
        ? List.of()
        : reply.read(whole -> JsonObject.value(paging.place(), items).asList(item));
  }

  private OperationRequest request() {
    String here = value;
    return here == null ? first : () -> first.request().replaceQuery(paging.parameter(), here);
  }
}
