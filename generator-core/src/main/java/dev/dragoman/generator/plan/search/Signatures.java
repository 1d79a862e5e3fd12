package dev.dragoman.generator.plan.search;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ParameterPlan;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.runtime.media.MediaChoice;
import dev.dragoman.runtime.media.MediaKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
  private static final int MAX_RETURNS = 220;
  private static final int BODY_DEPTH = 4;
  private static final int RETURNS_DEPTH = 6;

  /** Parameters of fewer operations than this are not considered to be everywhere. */
  private static final int MANY = 10;

  /** The structure of a JSON Patch (RFC 6902, section 4). */
  private static final String JSON_PATCH =
      "{op: add|remove|replace|move|copy|test, path: string, value?: any, from?: string}[]";

  private final SchemaLookup schemas;
  private final Set<String> everywhere;

  Signatures(SchemaLookup schemas, ApiModel api) {
    this.schemas = schemas;
    this.everywhere = everywhere(api);
  }

  /** The names of the parameters that most operations have. */
  private static Set<String> everywhere(ApiModel api) {
    Map<String, Integer> counts = new HashMap<>();
    for (OperationModel operation : api.operations()) {
      operation.parameters().forEach(one -> counts.merge(one.name(), 1, Integer::sum));
    }
    int most = Math.max(MANY, api.operations().size() / 2);
    counts.values().removeIf(count -> count < most);
    return counts.keySet();
  }

  /** The parameters by argument name. */
  String parameters(OperationPlan operation) {
    List<ParameterPlan> all = new ArrayList<>(operation.parameters());
    all.addAll(operation.others());
    UsageEvidence evidence = new UsageEvidence(operation.model(), everywhere);
    all.sort(
        Comparator.comparing((ParameterPlan parameter) -> !parameter.model().required())
            .thenComparing(parameter -> -evidence.ofParameter(parameter.model())));
    TypeText types = new TypeText(schemas, new RequestOrder(schemas, evidence));
    MemberList list = new MemberList(", ", MAX_PARAMETERS);
    for (ParameterPlan parameter : all) {
      ParameterModel model = parameter.model();
      Json.Obj schema = schemas.resolve(model.schema());
      String mark = model.required() ? ": " : "?: ";
      String type =
          types.of(model.schema(), SignatureDetail.of(1, SignatureDetail.NESTED, model.required()));
      list.add(
          parameter.argument() + mark + type + LiteralText.defaultValue(schema), model.required());
    }
    return list.text();
  }

  /** The body with its media type; empty if the operation has none. */
  String body(OperationPlan operation) {
    UsageEvidence evidence = new UsageEvidence(operation.model(), everywhere);
    TypeText types = new TypeText(schemas, new RequestOrder(schemas, evidence));
    return operation
        .body()
        .map(
            body -> {
              SignatureDetail detail = SignatureDetail.of(BODY_DEPTH, MAX_BODY, true);
              String mark = body.required() ? "" : " (optional)";
              return LiteralText.plain(body.media().name())
                  + mark
                  + " "
                  + body(types, body.media(), detail);
            })
        .orElse("");
  }

  /**
   * The value that the agent has to supply, which differs from the schema for formats without an
   * encoder.
   */
  private String body(TypeText types, MediaTypeModel media, SignatureDetail detail) {
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
    return kind == MediaKind.JSON_LINES && !array && !string ? "(" + text + ")[]" : text;
  }

  /**
   * The body of the first successful response that has one; empty if none has.
   *
   * @param wanted names of the fields that other operations need
   */
  String returns(OperationPlan operation, Set<String> wanted) {
    String noun = ResponseItem.noun(operation.model());
    TypeText types = new TypeText(schemas, new ResponseOrder(schemas, wanted, noun));
    return SuccessResponse.body(operation.model()).map(media -> returns(types, media)).orElse("");
  }

  private String returns(TypeText types, MediaTypeModel media) {
    return media.name().contains("json") || isOpen(media)
        ? types.of(media.schema(), SignatureDetail.of(RETURNS_DEPTH, MAX_RETURNS, false))
        : LiteralText.plain(media.name());
  }

  /** Whether a range of media types has the schema of structured data. */
  private boolean isOpen(MediaTypeModel media) {
    Json.Obj schema = schemas.resolve(media.schema());
    return media.name().contains("*")
        && (schema.get("items") != null || !ResponseItem.fields(schema, schemas).isEmpty());
  }
}
