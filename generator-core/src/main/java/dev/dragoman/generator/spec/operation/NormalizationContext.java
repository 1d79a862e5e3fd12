package dev.dragoman.generator.spec.operation;

import dev.dragoman.generator.model.ApiModel.Dialect;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.schema.SchemaNormalizer;
import dev.dragoman.generator.spec.source.ReadOptions;

/**
 * What every part of the leveling needs.
 *
 * @param dialect the version the document follows
 * @param nodes access to the document's values
 * @param schemas where schemas go
 * @param options what the user allows
 */
public record NormalizationContext(
    Dialect dialect, NodeReader nodes, SchemaNormalizer schemas, ReadOptions options) {
  public boolean isSwagger2() {
    return dialect == Dialect.SWAGGER_2_0;
  }
}
