package dev.dragoman.runtime.media;

import java.util.Locale;

/** Media types against media type ranges (RFC 9110, section 12.5.1). */
public final class MediaRange {
  private MediaRange() {}

  /**
   * Whether a media type is what is offered: the same type and subtype, or one within the offered
   * range. Parameters count only where the offer has some and the choice has others.
   *
   * @param offered what the document has, e.g. {@code application/json}, {@code image/*} or {@code
   *     application/*+json}
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

  /** Whether it stands for several media types. */
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
