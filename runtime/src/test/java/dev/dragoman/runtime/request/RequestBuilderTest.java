package dev.dragoman.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Requests that are collected step by step. */
class RequestBuilderTest {

  private record Find(String owner, @Nullable List<String> labels, String mediaType) {
    static Find from(Arguments in) {
      in.optionalBody().asObject();
      return new Find(
          in.required("owner").asString(),
          in.optional("labels").asList(RequiredValue::asString),
          in.mediaType("application/json", "text/plain"));
    }
  }

  private static final class Builder extends RequestBuilder<Builder> {
    Builder mediaType(String mediaType) {
      return withMediaType(mediaType);
    }

    Find build() {
      return read(Find::from);
    }
  }

  @Test
  void argumentsAreReadAsThoseOfACall() {
    Find find = new Builder().with("owner", "ada").with("labels", List.of("a", "b")).build();
    assertThat(find).isEqualTo(new Find("ada", List.of("a", "b"), "application/json"));
    assertThat(new Builder().with("owner", "ada").mediaType("text/plain").build().mediaType())
        .isEqualTo("text/plain");
  }

  @Test
  void nullLeavesAnArgumentOut() {
    assertThat(new Builder().with("owner", "ada").with("labels", null).build().labels()).isNull();
  }

  @Test
  void allMistakesAreToldAtOnce() {
    Builder builder = new Builder().mediaType("image/png").with("label", "x").withBody(Map.of());
    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidArgumentsException.class)
        .hasMessageContaining("owner: is required")
        .hasMessageContaining("content_type: expected one of application/json, text/plain")
        .hasMessageContaining("label: ");
  }
}
