package dev.dragoman.runtime.media;

import java.util.Locale;

/** Matches media types against media type ranges (RFC 9110, section 12.5.1). */
public final class MediaRange {
  private MediaRange() {}

  /**
   * Whether a media type matches an offer: the same type and subtype, or one within the offered
   * range. Parameters are compared only if the offer has some and the choice has different ones.
   *
   * @param offered the media type in the document, e.g. {@code application/json}, {@code image/*}
   *     or {@code application/*+json}
   * @param chosen a media type
   */
  public static boolean matches(String offered, String chosen) {
    String range = MediaKind.essence(offered);
    String type = MediaKind.essence(chosen);
    if (range.equals(type)) {
      return parameters(chosen).isEmpty() || parameters(offered).equals(parameters(chosen));
    }
    if (type.indexOf('*') >= 0 || type.indexOf('/') < 1) {
      return false;
    }
    int star = range.indexOf('*');
    return range.equals("*/*")
        || (star > 0
            && type.length() > range.length() - 1
            && type.startsWith(range.substring(0, star))
            && type.endsWith(range.substring(star + 1)));
  }

  /** Whether it denotes several media types. */
  public static boolean isRange(String mediaType) {
    return MediaKind.essence(mediaType).indexOf('*') >= 0;
  }

  private static String parameters(String mediaType) {
    int start = mediaType.indexOf(';');
    return start < 0
        ? ""
        : mediaType.substring(start).replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
  }
}
