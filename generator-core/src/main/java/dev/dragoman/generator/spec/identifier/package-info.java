/** Identifiers of schemas: base URIs, anchors, and what a reference means by them. */
@NullMarked
package dev.dragoman.generator.spec.identifier;

import org.jspecify.annotations.NullMarked;
