package dev.dragoman.runtime.auth;

import java.util.List;

/** The headers of an HTTP request, as provided by a transport. */
public interface RequestHeaders {

  /** All values of a header, matched by case-insensitive name; empty if absent. */
  List<String> all(String name);
}
