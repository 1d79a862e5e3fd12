package dev.dragoman.benchmarks.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Nine changes of what an agent may send, each in an OpenAPI 3.0 and a 3.1 document. */
final class Mutations {
  private static final String DOCUMENT =
      """
      info: {title: Lamp API, version: "1"}
      servers: [{url: "https://lamp.example"}]
      paths:
        /lamps:
          post:
            operationId: addLamp
            parameters:
              - {name: dry, in: query, schema: {type: boolean}}
            requestBody:
              required: true
              content: {application/json: {schema: {$ref: "#/components/schemas/NewLamp"}}}
            responses: {"201": {description: OK}}
        /fuses/{id}:
          get:
            operationId: getFuse
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses: {"200": {description: OK}}
      components:
        schemas:
          NewLamp:
            type: object
            required: [name]
            properties:
              name: {type: string}
              note: NULLABLE
              color: {type: string, enum: [red, green]}
              kind: {type: string}
      """;
  private static final String FUSES =
      DOCUMENT.substring(DOCUMENT.indexOf("  /fuses"), DOCUMENT.indexOf("components:"));

  private final List<Mutation> all = new ArrayList<>();

  private Mutations() {}

  /** All mutations, those of 3.0 first. */
  static List<Mutation> all() {
    Mutations mutations = new Mutations();
    // 3.0 has no const; an enum with one value is equivalent.
    mutations.of("3.0", "{type: string, nullable: true}", "enum: [led]");
    mutations.of("3.1", "{type: [string, \"null\"]}", "const: led");
    return mutations.all;
  }

  private void of(String version, String nullable, String constant) {
    String document = "openapi: " + version + ".0\n" + DOCUMENT.replace("NULLABLE", nullable);
    new Table(version, document)
        .row("another type", "name: {type: string}", "name: {type: integer}", "type-changed")
        .row("a property required", "[name]", "[name, kind]", "property-required")
        .row("enum narrowed", "[red, green]", "[red]", "enum-narrowed")
        .row("enum widened", "[red, green]", "[red, green, blue]", "widening enum-widened")
        .row("null dropped", nullable, "{type: string}", "null-dropped")
        .row(
            "const",
            "kind: {type: string}",
            "kind: {type: string, " + constant + "}",
            "enum-narrowed")
        .row("parameter moved", "dry, in: query", "dry, in: header", "parameter-moved")
        .row("operation removed", FUSES, "", "operation-removed")
        .row(
            "access widened",
            "get:\n      operationId: getFuse",
            "delete:\n      operationId: getFuse",
            "operation-moved",
            "widening access-changed");
  }

  private final class Table {
    private final String version;
    private final String document;

    Table(String version, String document) {
      this.version = version;
      this.document = document;
    }

    /** Changes are breaking unless declared otherwise. */
    Table row(String name, String text, String other, String... changes) {
      Set<String> expected = new HashSet<>();
      for (String change : changes) {
        expected.add(change.contains(" ") ? change : "breaking " + change);
      }
      all.add(new Mutation(name, version, document, document.replace(text, other), expected));
      return this;
    }
  }
}
