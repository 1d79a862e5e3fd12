package dev.dragoman.generator.plan.media;

import java.util.Locale;
import java.util.Optional;

/** What the name of a media type says. */
public final class MediaTypeNames {
  private MediaTypeNames() {}

  /** Type and subtype in lower case. */
  static String essence(String mediaType) {
    return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  public static boolean isMultipart(String mediaType) {
    return essence(mediaType).startsWith("multipart/");
  }

  public static boolean isForm(String mediaType) {
    return isMultipart(mediaType) || essence(mediaType).equals("application/x-www-form-urlencoded");
  }

  static boolean isJson(String mediaType) {
    String essence = essence(mediaType);
    return essence.endsWith("/json")
        || essence.endsWith("+json")
        || essence.equals("*/*")
        || essence.equals("application/*");
  }

  public static boolean isText(String mediaType) {
    return isJson(mediaType) || essence(mediaType).startsWith("text/");
  }

  /** The first that is no range of a list of media types. */
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
