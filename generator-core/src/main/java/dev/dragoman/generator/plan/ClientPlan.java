package dev.dragoman.generator.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The typed client of an API.
 *
 * @param className simple name, in the package of the definition
 * @param packageName package of the classes of the tags
 * @param tags one per tag
 */
public record ClientPlan(String className, String packageName, List<TagClient> tags) {
  public ClientPlan {
    Objects.requireNonNull(className);
    Objects.requireNonNull(packageName);
    tags = List.copyOf(tags);
  }

  /**
   * The operations of a tag.
   *
   * @param accessor the method that returns it
   * @param tag the tag; empty for operations without one
   * @param description its description in the document; empty if there is none
   * @param slices its classes; each inherits from the next, so that the first has all methods
   */
  public record TagClient(String accessor, String tag, String description, List<Slice> slices) {
    public TagClient {
      Objects.requireNonNull(accessor);
      Objects.requireNonNull(tag);
      Objects.requireNonNull(description);
      slices = List.copyOf(slices);
    }
  }

  /**
   * A class of methods.
   *
   * @param className simple name
   */
  public record Slice(String className, List<Method> methods) {
    public Slice {
      Objects.requireNonNull(className);
      methods = List.copyOf(methods);
    }
  }

  /**
   * A method that calls an operation.
   *
   * @param name its name
   * @param group simple name of the class that contains the request
   * @param answer what it returns
   * @param pages the items of all pages
   */
  public record Method(
      String name, String group, OperationPlan operation, Answer answer, Optional<Pages> pages) {
    public Method {
      Objects.requireNonNull(name);
      Objects.requireNonNull(group);
      Objects.requireNonNull(operation);
      Objects.requireNonNull(answer);
      Objects.requireNonNull(pages);
    }
  }

  /** What a method returns. */
  public sealed interface Answer {

    /** Nothing: no successful response has a body. */
    record Nothing() implements Answer {}

    /** The response as it is. */
    record Reply() implements Answer {}

    /**
     * The value in a JSON body.
     *
     * @param optional whether a successful response may have no body
     */
    record Value(JavaType type, boolean optional) implements Answer {
      public Value {
        Objects.requireNonNull(type);
      }
    }
  }

  /**
   * A method that returns the items of all pages.
   *
   * @param name its name
   * @param paging how the pages follow each other
   * @param item the type of an item
   */
  public record Pages(String name, PagingPlan paging, JavaType item) {
    public Pages {
      Objects.requireNonNull(name);
      Objects.requireNonNull(paging);
      Objects.requireNonNull(item);
    }
  }
}
