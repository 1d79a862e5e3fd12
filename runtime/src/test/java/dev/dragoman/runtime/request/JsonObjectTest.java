package dev.dragoman.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Typed views of JSON objects, as generated code has them. */
class JsonObjectTest {

  private record Toy(ObjectNode json) implements JsonObject {
    String name() {
      return JsonObject.required(json, "name").asString();
    }

    @Nullable BigDecimal price() {
      return JsonObject.optional(json, "price").asDecimal();
    }

    @Nullable List<Toy> parts() {
      return JsonObject.optional(json, "parts").asList(item -> item.asObject(Toy::new));
    }

    private static final class Builder extends JsonObject.Builder<Builder> {
      Builder price(@Nullable BigDecimal price) {
        return set("price", price);
      }

      Builder owner(@Nullable String owner) {
        return with("owner", owner);
      }

      Toy build() {
        return new Toy(members());
      }
    }
  }

  @Test
  void membersAreReadInTheirTypes() {
    Toy toy = toy("{\"name\": \"ball\", \"price\": \"1.50\", \"parts\": [{\"name\": \"air\"}]}");
    assertThat(toy.name()).isEqualTo("ball");
    assertThat(toy.price()).isEqualTo(new BigDecimal("1.50"));
    assertThat(toy.parts()).extracting(Toy::name).containsExactly("air");
    assertThat(toy("{\"price\": null}").price()).isNull();
    assertThat(toy("{}").parts()).isNull();
  }

  @Test
  void whatIsMissingOrOfAnotherTypeIsNamed() {
    assertThatThrownBy(() -> toy("{}").name())
        .isInstanceOf(InvalidArgumentsException.class)
        .hasMessageContaining("name: is required");
    assertThatThrownBy(() -> toy("{\"name\": null}").name())
        .isInstanceOf(InvalidArgumentsException.class);
    assertThatThrownBy(() -> toy("{\"price\": \"much\"}").price())
        .isInstanceOf(InvalidArgumentsException.class)
        .hasMessageContaining("price: expected a number");
  }

  @Test
  void buildersKeepAbsentAndNullApart() {
    assertThat(new Toy.Builder().price(null).owner(null).build().json())
        .isEqualTo(Json.of("{\"owner\": null}"));
    assertThat(new Toy.Builder().price(BigDecimal.ONE).price(null).build().json().isEmpty())
        .isTrue();
  }

  @Test
  void whatIsBuiltDoesNotChangeLater() {
    Toy.Builder builder = new Toy.Builder().owner("Ada");
    Toy before = builder.build();
    builder.owner("Bob").with("parts", List.of(before, Map.of("name", "air")));
    assertThat(before.json()).isEqualTo(Json.of("{\"owner\": \"Ada\"}"));
    assertThat(builder.build().json())
        .isEqualTo(
            Json.of(
                "{\"owner\": \"Bob\", \"parts\": [{\"owner\": \"Ada\"}, {\"name\": \"air\"}]}"));
  }

  @Test
  void typedValuesAreSentAsTheJsonTheyHold() {
    Toy toy = toy("{\"z\": 1.0, \"a\": null}");
    assertThat(JsonObject.node(toy)).isSameAs(toy.json());
    assertThat(JsonObject.node(List.of(toy))).isEqualTo(Json.of("[{\"z\": 1.0, \"a\": null}]"));
    assertThat(JsonObject.node(null)).isNull();
  }

  private static Toy toy(String json) {
    return new Toy((ObjectNode) Json.of(json));
  }
}
