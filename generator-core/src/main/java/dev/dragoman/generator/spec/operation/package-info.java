/** Normalizes operations: paths, parameters, responses, servers and security. */
@NullMarked
package dev.dragoman.generator.spec.operation;

import org.jspecify.annotations.NullMarked;
