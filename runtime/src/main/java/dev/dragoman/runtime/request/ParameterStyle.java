package dev.dragoman.runtime.request;

import dev.dragoman.runtime.media.MediaChoice;
import dev.dragoman.runtime.media.MediaKind;
import java.util.Objects;

/**
 * How a parameter's value is written (OpenAPI 3.2, Parameter Object, "Style Values").
 *
 * @param kind the style's name in OpenAPI
 * @param explode whether arrays and objects become separate parameters or pairs
 * @param allowReserved whether RFC 3986 reserved characters are left unencoded
 */
public record ParameterStyle(Kind kind, boolean explode, boolean allowReserved) {

  /** The style's name in OpenAPI; the last two are for a parameter with {@code content}. */
  public enum Kind {
    SIMPLE,
    LABEL,
    MATRIX,
    FORM,
    SPACE_DELIMITED,
    PIPE_DELIMITED,
    /** Swagger 2.0's {@code collectionFormat: tsv}. */
    TAB_DELIMITED,
    DEEP_OBJECT,
    /** The cookie style of OpenAPI 3.2: like {@code form}, but without encoding. */
    COOKIE,
    /** A parameter whose {@code content} is JSON. */
    JSON,
    /** A parameter whose {@code content} is text, such as {@code text/plain} or XML. */
    TEXT
  }

  public static final ParameterStyle SIMPLE = of(Kind.SIMPLE);
  public static final ParameterStyle LABEL = of(Kind.LABEL);
  public static final ParameterStyle MATRIX = of(Kind.MATRIX);
  public static final ParameterStyle FORM = of(Kind.FORM);
  public static final ParameterStyle SPACE_DELIMITED = of(Kind.SPACE_DELIMITED);
  public static final ParameterStyle PIPE_DELIMITED = of(Kind.PIPE_DELIMITED);
  public static final ParameterStyle TAB_DELIMITED = of(Kind.TAB_DELIMITED);
  public static final ParameterStyle DEEP_OBJECT = of(Kind.DEEP_OBJECT);
  public static final ParameterStyle COOKIE = of(Kind.COOKIE);
  public static final ParameterStyle JSON = of(Kind.JSON);
  public static final ParameterStyle TEXT = of(Kind.TEXT);

  public ParameterStyle {
    Objects.requireNonNull(kind);
  }

  /** The style of a parameter described by {@code content} of this media type. */
  public static ParameterStyle ofContent(String mediaType) {
    MediaKind kind = MediaChoice.kind(mediaType);
    return kind == MediaKind.TEXT || kind == MediaKind.XML ? TEXT : JSON;
  }

  private static ParameterStyle of(Kind kind) {
    return new ParameterStyle(kind, false, false);
  }

  /** This style with {@code explode: true}. */
  public ParameterStyle exploded() {
    return new ParameterStyle(kind, true, allowReserved);
  }

  /** This style with {@code allowReserved: true}. */
  public ParameterStyle reserved() {
    return new ParameterStyle(kind, explode, true);
  }
}
