package dev.dragoman.runtime.auth;

import java.util.List;

/** The headers of an HTTP request, as a transport has them. */
public interface RequestHeaders {

  /** All values of a header, its name matched without regard to case; empty when absent. */
  List<String> all(String name);
}
