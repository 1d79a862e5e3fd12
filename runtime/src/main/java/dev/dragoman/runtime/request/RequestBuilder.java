package dev.dragoman.runtime.request;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Collects the arguments of a request that has too many for a record. Generated builders add a
 * method per parameter; the request is read from the arguments in the same way as an agent's call.
 *
 * @param <B> the generated builder
 */
public abstract class RequestBuilder<B extends RequestBuilder<B>> {
  private final ObjectNode values = JsonNodeFactory.instance.objectNode();
  private @Nullable JsonNode body;
  private @Nullable String contentType;

  /** Creates a builder without arguments; for generated builders. */
  protected RequestBuilder() {}

  /** Sets an argument by the name that agents use; null omits it. */
  public final B with(String name, @Nullable Object value) {
    if (value == null) {
      values.remove(name);
    } else {
      values.set(name, RequestValues.of(value));
    }
    return self();
  }

  /** Sets the request body; null omits it. */
  public final B withBody(@Nullable Object value) {
    body = value == null ? null : RequestValues.of(value);
    return self();
  }

  /** Selects the media type of the body if the operation offers several. */
  protected final B withMediaType(String mediaType) {
    contentType = mediaType;
    return self();
  }

  /**
   * Builds the request.
   *
   * @throws InvalidArgumentsException with every argument that cannot be read
   */
  protected final <R> R read(Function<Arguments, R> reader) {
    Arguments arguments = Arguments.of(values, body, contentType);
    R request = reader.apply(arguments);
    arguments.check();
    return request;
  }

  /** Every generated builder passes itself as the type argument. */
  @SuppressWarnings("unchecked")
  private B self() {
    return (B) this;
  }
}
