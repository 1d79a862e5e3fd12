package dev.dragoman.runtime.execute.shape;

import dev.dragoman.runtime.execute.ApiResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file name of a response: the one in the response, reduced to characters that have no special
 * meaning for any file system or shell.
 *
 * @param stem not empty, never starting with a dot
 * @param extension with its dot; empty if there is none
 */
record ResponseFileName(String stem, String extension) {
  private static final int MAX_STEM = 80;

  /** {@code filename} and {@code filename*} (RFC 6266, section 4.1). */
  private static final Pattern FILENAME =
      Pattern.compile(";\\s*filename\\s*=\\s*(\"([^\"]*)\"|[^;\\s]+)", Pattern.CASE_INSENSITIVE);

  private static final Pattern EXTENDED =
      Pattern.compile(";\\s*filename\\*\\s*=\\s*UTF-8'[^']*'([^;\\s]+)", Pattern.CASE_INSENSITIVE);

  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "image/jpeg", ".jpg",
          "image/svg+xml", ".svg",
          "audio/mpeg", ".mp3",
          "application/pdf", ".pdf",
          "application/zip", ".zip",
          "application/gzip", ".gz",
          "application/x-tar", ".tar",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");

  /**
   * The name for a response.
   *
   * @param otherwise the stem for a response without a file name
   */
  static ResponseFileName of(ApiResponse response, String mediaType, String otherwise) {
    String disposition = response.header("content-disposition").orElse("");
    Optional<String> named = extended(disposition).or(() -> plain(disposition));
    String base = safe(named.map(ResponseFileName::lastSegment).orElse(""));
    int dot = base.lastIndexOf('.');
    String extension = dot > 0 && base.length() - dot <= 11 ? base.substring(dot) : "";
    String stem = base.substring(0, base.length() - extension.length());
    stem = stem.isEmpty() ? safe(otherwise) : stem;
    return new ResponseFileName(
        stem.isEmpty() ? "response" : stem.substring(0, Math.min(stem.length(), MAX_STEM)),
        extension.isEmpty() ? extension(mediaType) : extension);
  }

  private static Optional<String> plain(String disposition) {
    Matcher matcher = FILENAME.matcher(disposition);
    if (!matcher.find()) {
      return Optional.empty();
    }
    return Optional.ofNullable(matcher.group(2)).or(() -> Optional.ofNullable(matcher.group(1)));
  }

  private static Optional<String> extended(String disposition) {
    Matcher matcher = EXTENDED.matcher(disposition);
    try {
      return matcher.find()
          ? Optional.of(
              URLDecoder.decode(matcher.group(1).replace("+", "%2B"), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private static String lastSegment(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /** Letters and digits of any script, and a few marks; no hidden files and no options. */
  private static String safe(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}._-]+", "_").replaceFirst("^[._-]+", "");
  }

  private static String extension(String mediaType) {
    String known = EXTENSIONS.get(mediaType);
    if (known != null) {
      return known;
    }
    String subtype = lastSegment(mediaType).toLowerCase(Locale.ROOT);
    boolean media = mediaType.startsWith("image/") || mediaType.startsWith("audio/");
    return media && subtype.matches("[a-z0-9]{2,5}") ? "." + subtype : ".bin";
  }

  /** The name of the first, second, … file with this name. */
  String copy(int number) {
    return stem + (number == 1 ? "" : "-" + number) + extension;
  }
}
