package dev.dragoman.runtime.search;

import dev.dragoman.runtime.search.index.IndexedOperation;
import dev.dragoman.runtime.search.index.SearchIndexWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** An API for the tests: a library with its books, readers and loans. */
public final class SmallApi {
  private final List<IndexedOperation> operations = new ArrayList<>();

  public static SmallApi library() {
    SmallApi api = new SmallApi();
    api.add("GET", "/books", "List books");
    api.add("POST", "/books", "Create a book");
    api.add("GET", "/books/{bookId}", "Get a book", 0);
    api.add("PATCH", "/books/{bookId}", "Update a book", 0);
    api.add("PUT", "/books/{bookId}", "Replace a book", 0);
    api.add("DELETE", "/books/{bookId}", "Delete a book", 0);
    api.add("GET", "/books/{bookId}/reviews", "List reviews of a book", 0);
    api.add("POST", "/books/{bookId}/reviews", "Create a review of a book", 0);
    api.add("GET", "/readers", "List readers");
    api.add("GET", "/readers/{readerId}", "Get a reader", 8);
    api.add("GET", "/me", "Get the current user");
    api.add("GET", "/me/loans", "List loans of the current user");
    api.add("POST", "/loans", "Create a loan");
    api.add("POST", "/loans/{loanId}/renew", "Renew a loan", 15);
    api.add("POST", "/branches/{branchId}/desks/{deskId}/books", "Create a book at a desk");
    api.add("GET", "/loans", "List loans");
    api.deprecated("GET", "/v0/books", "List books");
    return api;
  }

  public void add(String method, String path, String summary, Integer... producers) {
    operations.add(operation(method, path, summary, false, List.of(producers)));
  }

  private void deprecated(String method, String path, String summary) {
    operations.add(operation(method, path, summary, true, List.of()));
  }

  private IndexedOperation operation(
      String method, String path, String summary, boolean deprecated, List<Integer> producers) {
    return new IndexedOperation(
        "operation" + operations.size(),
        method,
        path,
        List.of(),
        summary,
        "",
        List.of(),
        List.of(),
        deprecated,
        producers);
  }

  List<IndexedOperation> operations() {
    return List.copyOf(operations);
  }

  public SearchIndex index() {
    return SearchIndex.read(ByteBuffer.wrap(SearchIndexWriter.write(operations)));
  }

  String route(int ordinal) {
    return operations.get(ordinal).method() + " " + operations.get(ordinal).path();
  }

  public List<String> search(String query) {
    return index().search(query, ordinal -> true, 10).stream()
        .map(hit -> route(hit.ordinal()))
        .toList();
  }
}
