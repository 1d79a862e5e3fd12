package dev.dragoman.generator.plan.search;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ParameterPlan;
import dev.dragoman.generator.plan.media.ResponseMediaChoice;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.runtime.media.MediaChoice;
import dev.dragoman.runtime.media.MediaKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Compact typed signatures in a notation similar to TypeScript: {@code owner: string, page?:
 * integer, state?: open|closed}. Required members come first and are always complete. Optional ones
 * follow as far as there is space; {@code …} stands for the rest, which the description of the
 * operation contains.
 */
final class Signatures {
  /**
   * Maximum numbers of characters, except for required parts. A hit has about 880 bytes in total.
   */
  private static final int MAX_PARAMETERS = 400;

  private static final int MAX_BODY = 500;
  private static final int MAX_RETURNS = 160;
  private static final int BODY_DEPTH = 4;
  private static final int RETURNS_DEPTH = 3;

  /** The structure of a JSON Patch (RFC 6902, section 4). */
  private static final String JSON_PATCH =
      "{op: add|remove|replace|move|copy|test, path: string, value?: any, from?: string}[]";

  private final SchemaLookup schemas;
  private final TypeText types;

  Signatures(SchemaLookup schemas) {
    this.schemas = schemas;
    this.types = new TypeText(schemas);
  }

  /** The parameters by argument name. */
  String parameters(OperationPlan operation) {
    List<ParameterPlan> all = new ArrayList<>(operation.parameters());
    all.addAll(operation.others());
    all.sort(Comparator.comparing(parameter -> !parameter.model().required()));
    MemberList list = new MemberList(", ", MAX_PARAMETERS);
    for (ParameterPlan parameter : all) {
      ParameterModel model = parameter.model();
      Json.Obj schema = schemas.resolve(model.schema());
      String mark = model.required() ? ": " : "?: ";
      String type =
          types.of(model.schema(), SignatureDetail.of(1, SignatureDetail.NESTED, model.required()));
      list.add(
          parameter.argument() + mark + type + TypeText.defaultValue(schema), model.required());
    }
    return list.text();
  }

  /** The body with its media type; empty if the operation has none. */
  String body(OperationPlan operation) {
    return operation
        .body()
        .map(
            body -> {
              SignatureDetail detail = SignatureDetail.of(BODY_DEPTH, MAX_BODY, true);
              String mark = body.required() ? "" : " (optional)";
              return TypeText.plain(body.media().name()) + mark + " " + body(body.media(), detail);
            })
        .orElse("");
  }

  /**
   * The value that the agent has to supply, which differs from the schema for formats without an
   * encoder.
   */
  private String body(MediaTypeModel media, SignatureDetail detail) {
    Json.Obj schema = schemas.resolve(media.schema());
    boolean array = SchemaLookup.types(schema).contains("array");
    boolean string = SchemaLookup.types(schema).equals(List.of("string"));
    MediaKind kind = MediaChoice.kind(media.name());
    if (MediaChoice.isJsonPatch(media.name()) && !array) {
      return JSON_PATCH;
    } else if (MediaChoice.isUnwritable(media.name()) && !string) {
      return kind == MediaKind.BINARY ? "string(base64)" : "string";
    }
    String text = types.of(media.schema(), detail);
    return kind == MediaKind.JSON_LINES && !array ? "(" + text + ")[]" : text;
  }

  /** The body of the first successful response; empty if it has none. */
  String returns(OperationPlan operation) {
    return operation.model().responses().stream()
        .filter(response -> response.status().startsWith("2"))
        .findFirst()
        .flatMap(ResponseMediaChoice::preferred)
        .map(this::returns)
        .orElse("");
  }

  private String returns(MediaTypeModel media) {
    return media.name().contains("json")
        ? types.of(media.schema(), SignatureDetail.of(RETURNS_DEPTH, MAX_RETURNS, false))
        : TypeText.plain(media.name());
  }
}
