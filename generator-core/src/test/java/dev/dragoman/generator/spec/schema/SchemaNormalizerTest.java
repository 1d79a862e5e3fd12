package dev.dragoman.generator.spec.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.spec.Specs;
import dev.dragoman.generator.spec.Trees;
import org.junit.jupiter.api.Test;

class SchemaNormalizerTest {
  private final ApiModel model = Specs.read("schemas.yaml");

  @Test
  void definitionsAreAllThatOperationsReferToHoweverFar() {
    assertThat(model.definitions())
        .containsOnlyKeys(
            "#/components/schemas/Tree Node",
            "#/components/schemas/Pet",
            "#/components/schemas/Cat",
            "#/components/schemas/Dog",
            "#/components/schemas/Leaf",
            "#/components/schemas/Named/properties/name",
            "#/paths/~1a/get/responses/200/content/application~1json/schema");
  }

  @Test
  void referencesAreCanonicalAndTheRestStaysAsItIs() {
    assertThat(definition("#/components/schemas/Tree Node"))
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{"
                + "\"children\":{\"type\":\"array\",\"items\":"
                + "{\"$ref\":\"#/components/schemas/Tree Node\"}},"
                + "\"$ref\":{\"type\":\"string\"},"
                + "\"pet\":{\"$ref\":\"#/components/schemas/Pet\"},"
                + "\"anchored\":{\"$ref\":\"#/components/schemas/Leaf\"},"
                + "\"behind\":{\"$ref\":\"#/components/schemas/Named/properties/name\"}},"
                + "\"example\":{\"$ref\":\"#/not/looked/at\"},"
                + "\"enum\":[{\"$ref\":\"#/not/looked/at\"}],"
                + "\"additionalProperties\":false}");
  }

  @Test
  void whatStandsBesideAReferenceStays() {
    assertThat(schema("GET /a"))
        .isEqualTo("{\"$ref\":\"#/components/schemas/Tree Node\",\"description\":\"the root\"}");
  }

  @Test
  void discriminatorMappingsAreReferences() {
    assertThat(definition("#/components/schemas/Pet"))
        .contains(
            "\"mapping\":{\"cat\":\"#/components/schemas/Cat\",\"dog\":\"#/components/schemas/Dog\"}");
  }

  @Test
  void truthValuesAndDependenciesAreSchemasToo() {
    assertThat(definition("#/components/schemas/Cat"))
        .isEqualTo("{\"type\":\"object\",\"not\":true}");
    assertThat(definition("#/components/schemas/Dog"))
        .contains("\"dependencies\":{\"a\":[\"b\"],\"c\":{\"$ref\":\"#/components/schemas/Cat\"}}");
  }

  @Test
  void allPropertiesAtOnceMayBeBehindAReference() {
    ApiModel behind = Specs.read("properties-behind-a-reference.yaml");

    assertThat(
            Trees.compact(
                Specs.operation(behind, "POST /a").body().orElseThrow().content().get(0).schema()))
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{\"first\":{\"type\":\"string\"},"
                + "\"last\":{\"$ref\":\"#/components/schemas/Name\"}}}");
    assertThat(behind.definitions()).containsOnlyKeys("#/components/schemas/Name");
  }

  @Test
  void aBareNameMeansTheSchemaOfThatName() {
    assertThat(Specs.read("references-by-name.yaml").definitions())
        .containsOnlyKeys("#/definitions/Pet");
  }

  private String schema(String route) {
    Json schema = Specs.operation(model, route).responses().get(0).content().get(0).schema();
    return Trees.compact(schema);
  }

  private String definition(String reference) {
    return Trees.compact(model.definitions().get(reference));
  }
}
