package dev.dragoman.runtime.validate;

import dev.dragoman.runtime.media.MediaChoice;
import dev.dragoman.runtime.media.MediaKind;
import dev.dragoman.runtime.media.MediaRange;
import java.util.Objects;

/**
 * The media type that a body is sent in.
 *
 * @param offered as the document has it; its schema is the one that counts
 * @param sent the same, or one within it where it is a range
 */
public record BodyMedia(String offered, String sent) {
  public BodyMedia {
    Objects.requireNonNull(offered);
    Objects.requireNonNull(sent);
  }

  /** A media type that is no range. */
  public static BodyMedia of(String mediaType) {
    return new BodyMedia(mediaType, mediaType);
  }

  /**
   * What a handler is told: a type outside the range, such as bytes of an image that says no type,
   * is not for a caller to choose, and follows from the range.
   */
  public String chosen() {
    return MediaRange.matches(offered, sent) ? sent : offered;
  }

  /** How the body is written. */
  public MediaKind kind() {
    return MediaChoice.kind(sent);
  }
}
