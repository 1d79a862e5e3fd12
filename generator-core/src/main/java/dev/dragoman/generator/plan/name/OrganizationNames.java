package dev.dragoman.generator.plan.name;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import java.util.HashSet;
import java.util.Set;

/**
 * The names of parameters and top-level body fields in an API, among which the operator's {@code
 * organizationParameters} must be.
 */
public final class OrganizationNames {
  private OrganizationNames() {}

  /** The names in all operations. */
  public static Set<String> of(ApiModel api) {
    SchemaLookup schemas = new SchemaLookup(api.definitions());
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
