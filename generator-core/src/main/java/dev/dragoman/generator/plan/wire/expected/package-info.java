/**
 * Computes requests as specified by OpenAPI 3.2 and RFC 6570, independently of the runtime's
 * writer, so that generated tests detect a writer that is wrong.
 *
 * <p>Nothing here may call the runtime's {@code request} package: two implementations that share
 * code share their mistakes.
 */
@NullMarked
package dev.dragoman.generator.plan.wire.expected;

import org.jspecify.annotations.NullMarked;
