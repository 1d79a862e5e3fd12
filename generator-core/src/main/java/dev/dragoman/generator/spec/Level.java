package dev.dragoman.generator.spec;

import dev.dragoman.generator.model.ApiModel.Dialect;

/**
 * What every part of the levelling needs.
 *
 * @param dialect the version the document follows
 * @param nodes access to the document's values
 * @param schemas where schemas go
 * @param options what the user allows
 */
record Level(Dialect dialect, Nodes nodes, Schemas schemas, ReadOptions options) {
  boolean isSwagger2() {
    return dialect == Dialect.SWAGGER_2_0;
  }
}
