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
 * Compact typed signatures, in a notation close to TypeScript's: {@code owner: string, page?:
 * integer, state?: open|closed}. Required members come first and are all there; of the others as
 * many as there is room for, {@code …} stands for the rest, which describing the operation shows.
 */
final class Signatures {
  private static final int MAX_PARAMETERS = 400;
  private static final int MAX_BODY = 500;
  private static final int MAX_RETURNS = 160;
  private static final int BODY_DEPTH = 4;
  private static final int RETURNS_DEPTH = 3;

  /** RFC 6902, section 4. */
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

  /** The body with its media type; empty when the operation sends none. */
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

  /** The shape that is to be given: not that of the schema where a format needs an encoder. */
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

  /** The answer of the first success; empty when it has no body. */
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
