package dev.dragoman.generator.plan;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the pages of an operation follow each other. Paths into a body are names with dots between
 * them, or a JSON Pointer (RFC 6901) if a name contains a dot; the empty path is the body itself.
 *
 * @param kind what determines the next page
 * @param place where the parameter is sent
 * @param parameter the parameter for the next page, as on the wire: its name, or its path in the
 *     body; empty if the kind needs none
 * @param argument the name that agents use for it; empty if there is no parameter
 * @param field the path of the value or URL for the next page, in an item for {@link
 *     Kind#LAST_ITEM}; empty if the kind needs none
 * @param items the path of the list
 * @param first the number of the first page or item, where the kind is a number
 * @param size the parameter for the size of a page
 * @param end what in the body tells whether more items follow
 */
public record PagingPlan(
    Kind kind,
    Place place,
    String parameter,
    String argument,
    String field,
    String items,
    long first,
    Optional<Size> size,
    End end) {

  /** What determines the next page. */
  public enum Kind {
    /** The number of the page. */
    PAGE("page"),
    /** The number of items before it. */
    OFFSET("offset"),
    /** A value, or a URL with the value, in the body. */
    CURSOR("cursor"),
    /** A member of the last item. */
    LAST_ITEM("lastItem"),
    /** The {@code Link} header with the relation {@code next} (RFC 8288). */
    LINK("link"),
    /** A URL in the body, whose query requests the next page. */
    URL("url");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Its name in the catalog and in configurations. */
    public String word() {
      return word;
    }
  }

  /** Where a parameter is sent. */
  public enum Place {
    QUERY,
    BODY,
    HEADER;

    /** Its name in the catalog and in configurations. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The parameter for the size of a page.
   *
   * @param argument the name that agents use for it, or its path in the body; it is sent in the
   *     same place as the parameter for the next page
   * @param max the maximum that the document declares or describes
   */
  public record Size(String argument, OptionalLong max) {
    public Size {
      Objects.requireNonNull(argument);
      Objects.requireNonNull(max);
    }
  }

  /**
   * Paths in the body that tell whether more items follow.
   *
   * @param more a boolean that is true if more follow
   * @param last a boolean that is true if none follow
   * @param total the number of all items
   */
  public record End(Optional<String> more, Optional<String> last, Optional<String> total) {
    /** Nothing in the body tells. */
    public static final End UNKNOWN = new End(Optional.empty(), Optional.empty(), Optional.empty());

    public End {
      Objects.requireNonNull(more);
      Objects.requireNonNull(last);
      Objects.requireNonNull(total);
    }
  }

  public PagingPlan {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(place);
    Objects.requireNonNull(parameter);
    Objects.requireNonNull(argument);
    Objects.requireNonNull(field);
    Objects.requireNonNull(items);
    Objects.requireNonNull(size);
    Objects.requireNonNull(end);
  }

  /** Whether pages or items are counted. */
  public boolean isNumbered() {
    return kind == Kind.PAGE || kind == Kind.OFFSET;
  }
}
