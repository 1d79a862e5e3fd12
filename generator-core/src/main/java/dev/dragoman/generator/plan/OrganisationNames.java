package dev.dragoman.generator.plan;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.ParameterModel;
import java.util.HashSet;
import java.util.Set;

/** The names that parameters and the outermost fields of bodies have in an API. */
final class OrganisationNames {
  private OrganisationNames() {}

  static Set<String> of(ApiModel api) {
    Schemas schemas = new Schemas(api.definitions());
    Set<String> names = new HashSet<>();
    api.operations()
        .forEach(
            operation -> {
              operation.parameters().stream().map(ParameterModel::name).forEach(names::add);
              operation.body().stream()
                  .flatMap(body -> body.content().stream())
                  .map(MediaTypeModel::schema)
                  .forEach(
                      schema -> names.addAll(schemas.properties(schemas.resolve(schema)).keySet()));
            });
    return names;
  }
}
