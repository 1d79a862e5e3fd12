package dev.dragoman.generator.plan.media;

import java.util.Locale;
import java.util.Optional;

/** What can be told from the name of a media type. */
public final class MediaTypeNames {
  private MediaTypeNames() {}

  /** Type and subtype in lower case, without parameters. */
  static String essence(String mediaType) {
    return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Whether a body of this type consists of parts (RFC 2046, section 5.1). */
  public static boolean isMultipart(String mediaType) {
    return essence(mediaType).startsWith("multipart/");
  }

  /**
   * Whether a body of this type consists of named fields: a form in either of its two encodings.
   */
  public static boolean isForm(String mediaType) {
    return isMultipart(mediaType) || essence(mediaType).equals("application/x-www-form-urlencoded");
  }

  /** Whether values of this type are JSON; ranges that include JSON count as JSON. */
  static boolean isJson(String mediaType) {
    String essence = essence(mediaType);
    return essence.endsWith("/json")
        || essence.endsWith("+json")
        || essence.equals("*/*")
        || essence.equals("application/*");
  }

  /** Whether values of this type are characters rather than bytes. */
  public static boolean isText(String mediaType) {
    return isJson(mediaType) || essence(mediaType).startsWith("text/");
  }

  /** The media type if a list contains exactly one that is not a range; otherwise empty. */
  public static Optional<String> one(String mediaTypes) {
    for (String mediaType : mediaTypes.split(",", -1)) {
      if (!mediaType.isBlank() && !mediaType.contains("*")) {
        boolean several = mediaTypes.contains(",");
        return several ? Optional.empty() : Optional.of(mediaType.strip());
      }
    }
    return Optional.empty();
  }
}
