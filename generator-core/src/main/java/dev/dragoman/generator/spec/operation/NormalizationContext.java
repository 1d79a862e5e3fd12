package dev.dragoman.generator.spec.operation;

import dev.dragoman.generator.model.ApiModel.Dialect;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.schema.SchemaNormalizer;
import dev.dragoman.generator.spec.source.ReadOptions;

/**
 * What every part of the normalization needs.
 *
 * @param dialect the version that the document follows
 * @param nodes access to the document's values
 * @param schemas takes the schemas
 * @param options what the user allows
 */
public record NormalizationContext(
    Dialect dialect, NodeReader nodes, SchemaNormalizer schemas, ReadOptions options) {
  /** Whether the document is in Swagger 2.0. */
  public boolean isSwagger2() {
    return dialect == Dialect.SWAGGER_2_0;
  }
}
