package dev.dragoman.generator.emit.resource;

import dev.dragoman.generator.model.BodyModel;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ResponseModel;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.PagingPlan;
import dev.dragoman.generator.plan.ParameterPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes everything that the document says about one operation, in the format of the runtime's
 * catalog.
 */
final class DetailsText {
  private DetailsText() {}

  /**
   * The details as a JSON object; see {@link dev.dragoman.runtime.catalog.Catalog}.
   *
   * @param paging how the operation pages, if this is known
   */
  static String of(OperationPlan plan, Optional<PagingPlan> paging) {
    OperationModel model = plan.model();
    List<ParameterPlan> parameters = new ArrayList<>(plan.parameters());
    parameters.addAll(plan.others());
    StringBuilder out = new StringBuilder();
    JsonObjectText.append(
        out,
        details -> {
          details.text("description", model.description());
          details.objects("parameters", parameters, DetailsText::parameter);
          model.body().ifPresent(body -> details.object("body", object -> body(object, body)));
          details.object(
              "responses",
              responses ->
                  model
                      .responses()
                      .forEach(
                          response ->
                              responses.object(
                                  response.status(), object -> response(object, response))));
          paging.ifPresent(
              found -> details.object("paging", object -> PagingJson.add(object, found)));
        });
    return out.toString();
  }

  private static void parameter(JsonObjectText object, ParameterPlan plan) {
    object
        .text("name", plan.model().name())
        .text("argument", plan.argument())
        .text("in", plan.model().in().name().toLowerCase(Locale.ROOT))
        .flag("required", plan.model().required())
        .flag("deprecated", plan.model().deprecated())
        .flag("allowEmptyValue", plan.model().allowEmptyValue())
        .text("description", plan.model().description())
        .json("schema", plan.model().schema());
    plan.model().contentType().ifPresent(type -> object.text("contentType", type));
    plan.model().example().ifPresent(example -> object.json("example", example));
  }

  private static void body(JsonObjectText object, BodyModel body) {
    object.flag("required", body.required()).text("description", body.description());
    content(object, body.content());
  }

  private static void response(JsonObjectText object, ResponseModel response) {
    object.text("description", response.description());
    content(object, response.content());
  }

  private static void content(JsonObjectText object, List<MediaTypeModel> content) {
    if (!content.isEmpty()) {
      object.object(
          "content",
          types ->
              content.forEach(
                  media ->
                      types.object(
                          media.name(),
                          one ->
                              one.json("schema", media.schema())
                                  .values("examples", media.examples()))));
    }
  }
}
