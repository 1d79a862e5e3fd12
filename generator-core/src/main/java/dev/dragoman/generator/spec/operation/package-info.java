/**
 * Normalizes operations: paths, parameters, responses, servers and security.
 *
 * <p>{@code PathNormalizer} finds the operations, {@code OperationNormalizer} assembles each of
 * them, and {@code OperationParts} reads what differs between Swagger 2.0 and OpenAPI 3. A part
 * that is invalid is left out with a warning, so that one mistake does not make the rest of a large
 * document unusable.
 */
@NullMarked
package dev.dragoman.generator.spec.operation;

import org.jspecify.annotations.NullMarked;
