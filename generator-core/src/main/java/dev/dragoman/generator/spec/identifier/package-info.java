/**
 * Identifiers of schemas: base URIs, anchors, and how references are resolved by them.
 *
 * <p>Only OpenAPI 3.1 and later have these. They are needed for references to {@code $id} and
 * {@code $anchor}, and for {@code $dynamicRef}; references by file and JSON pointer do not use this
 * package.
 */
@NullMarked
package dev.dragoman.generator.spec.identifier;

import org.jspecify.annotations.NullMarked;
