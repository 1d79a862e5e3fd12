/**
 * Typed access to the members of a document's objects.
 *
 * <p>{@code NodeReader} is the only way in which the normalizers read the document, so that wrong
 * types and unresolved references are reported in the same way everywhere.
 */
@NullMarked
package dev.dragoman.generator.spec.node;

import org.jspecify.annotations.NullMarked;
