package dev.dragoman.runtime.request;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Collects the arguments of a request that has many of them. Generated builders add a method per
 * parameter; the request is read from the arguments as an agent's call is.
 *
 * @param <B> the generated builder
 */
public abstract class RequestBuilder<B extends RequestBuilder<B>> {
  private final ObjectNode values = JsonNodeFactory.instance.objectNode();
  private @Nullable JsonNode body;
  private @Nullable String contentType;

  /** No arguments; for generated builders. */
  protected RequestBuilder() {}

  /** Any argument, by the name agents give it by; null leaves it out. */
  public final B with(String name, @Nullable Object value) {
    if (value == null) {
      values.remove(name);
    } else {
      values.set(name, RequestValues.of(value));
    }
    return self();
  }

  /** The request body; null leaves it out. */
  public final B withBody(@Nullable Object value) {
    body = value == null ? null : RequestValues.of(value);
    return self();
  }

  /** The media type to send the body in, where the operation offers several. */
  protected final B withMediaType(String mediaType) {
    contentType = mediaType;
    return self();
  }

  /**
   * The request.
   *
   * @throws InvalidArgumentsException with every argument that cannot be read
   */
  protected final <R> R read(Function<Arguments, R> reader) {
    Arguments arguments = Arguments.of(values, body, contentType);
    R request = reader.apply(arguments);
    arguments.check();
    return request;
  }

  /** Every generated builder names itself as its type argument. */
  @SuppressWarnings("unchecked")
  private B self() {
    return (B) this;
  }
}
