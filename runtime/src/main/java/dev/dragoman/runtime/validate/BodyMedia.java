package dev.dragoman.runtime.validate;

import dev.dragoman.runtime.media.MediaChoice;
import dev.dragoman.runtime.media.MediaKind;
import dev.dragoman.runtime.media.MediaRange;
import java.util.Objects;

/**
 * The media type in which a body is sent.
 *
 * @param offered the media type in the document, whose schema applies
 * @param sent the same, or a media type within it if it is a range
 */
public record BodyMedia(String offered, String sent) {
  public BodyMedia {
    Objects.requireNonNull(offered);
    Objects.requireNonNull(sent);
  }

  /** A media type that is not a range. */
  public static BodyMedia of(String mediaType) {
    return new BodyMedia(mediaType, mediaType);
  }

  /**
   * The media type passed to the handler: a type outside the range, such as bytes of an image
   * without a type, cannot be chosen by a caller and follows from the range.
   */
  public String chosen() {
    return MediaRange.matches(offered, sent) ? sent : offered;
  }

  /** How the body is written. */
  public MediaKind kind() {
    return MediaChoice.kind(sent);
  }
}
