package dev.dragoman.runtime.validate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Schemas of the document are read when they are needed, and the ones used last are kept. */
class SchemaCacheTest {
  private final List<String> read = new ArrayList<>();
  private final SchemaCache cache =
      new SchemaCache(
          reference -> {
            read.add(reference);
            return reference.endsWith("none")
                ? Optional.empty()
                : Optional.of(Json.of("{\"type\":\"integer\"}"));
          });

  @Test
  void aSchemaIsReadOnce() {
    Schema first = cache.get("#/components/schemas/Id");
    assertThat(cache.get("#/components/schemas/Id")).isSameAs(first);
    assertThat(read).containsExactly("#/components/schemas/Id");
    assertThat(first.name()).isEqualTo("Id");
    assertThat(first.types()).containsExactly(JsonType.INTEGER);
  }

  @Test
  void aMissingSchemaAcceptsEverythingAndIsAskedForOnce() {
    assertThat(cache.get("#/none")).isSameAs(Schema.UNKNOWN);
    assertThat(cache.get("#/none")).isSameAs(Schema.UNKNOWN);
    assertThat(read).containsExactly("#/none");
  }

  /**
   * A thousand schemas are kept. A schema that was evicted and read again is the same one for
   * whoever compares keys.
   */
  @Test
  void anEvictedSchemaKeepsItsKey() {
    Schema first = cache.get("#/first");
    for (int index = 0; index < 1_000; index++) {
      assertThat(cache.get("#/other" + index)).isNotSameAs(first);
    }
    Schema again = cache.get("#/first");
    assertThat(again).isNotSameAs(first);
    assertThat(read.lastIndexOf("#/first")).isPositive();
    assertThat(again.key()).isEqualTo(first.key());
  }

  @Test
  void whatWasUsedLastIsKept() {
    Map<String, Integer> recent = new SchemaCache.Recent<>(2);
    recent.put("a", 1);
    recent.put("b", 2);
    assertThat(recent.get("a")).isEqualTo(1);
    recent.put("c", 3);
    assertThat(recent).containsOnlyKeys("a", "c");
    recent.put("a", 4);
    recent.put("d", 5);
    assertThat(recent).containsOnlyKeys("a", "d").containsEntry("a", 4);
  }
}
