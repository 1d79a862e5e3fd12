package dev.dragoman.runtime.several;

import java.util.Locale;

/** The short name of an API on a server of several, which is written before its operations. */
public final class ApiId {
  private static final int MAX_LENGTH = 30;

  private ApiId() {}

  /**
   * The id for a vendor's name: {@code door-bell} for {@code Door Bell}.
   *
   * @throws IllegalArgumentException if the name contains no ASCII letter or digit
   */
  public static String of(String vendor) {
    String words =
        vendor.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return checked(words.substring(0, Math.min(words.length(), MAX_LENGTH)).replaceAll("-$", ""));
  }

  /**
   * The same id.
   *
   * @throws IllegalArgumentException if it is not one to 30 lower-case letters, digits and hyphens,
   *     the first of them no hyphen
   */
  public static String checked(String id) {
    if (!id.matches("[a-z0-9][a-z0-9-]{0,29}")) {
      throw new IllegalArgumentException(
          "the id of an API consists of one to "
              + MAX_LENGTH
              + " lower-case letters, digits and hyphens: \""
              + id
              + "\"");
    }
    return id;
  }

  /** What is written before the ids of the API's operations. */
  public static String prefix(String id) {
    return id + ":";
  }
}
