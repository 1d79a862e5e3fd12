/** Typed access to the members of a document's objects. */
@NullMarked
package dev.dragoman.generator.spec.node;

import org.jspecify.annotations.NullMarked;
