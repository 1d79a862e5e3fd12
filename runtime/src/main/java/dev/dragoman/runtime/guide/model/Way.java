package dev.dragoman.runtime.guide.model;

import java.util.Locale;

/** How a client connects and authenticates. */
public enum Way {
  /** Over HTTP; the client opens a browser, in which the user signs in. */
  OAUTH("Sign in with OAuth"),
  /** Over HTTP, with the user's API key. */
  API_KEY("With an API key"),
  /** Over HTTP, without credentials. */
  OPEN("Without credentials"),
  /** A bundle that is installed in the client and starts the server. */
  BUNDLE("With a bundle"),
  /** The client starts the server as a child process. */
  STDIO("Over stdio");

  private final String title;

  Way(String title) {
    this.title = title;
  }

  /** The title for people. */
  public String title() {
    return title;
  }

  /** The name in identifiers, e.g. {@code api-key}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
