/**
 * What a request looks like according to OpenAPI 3.2 and RFC 6570, computed without the runtime's
 * writer, so that generated tests notice a writer that is wrong.
 */
@NullMarked
package dev.dragoman.generator.plan.wire.expected;

import org.jspecify.annotations.NullMarked;
