/**
 * OpenAPI Overlays: the operator's changes to a vendor's document, which are applied before it is
 * read.
 *
 * <p>{@code OverlayReader} parses the actions, {@code Overlay} selects their targets with JSONPath,
 * and {@code Edits} and {@code Merge} change the tree.
 */
@NullMarked
package dev.dragoman.generator.overlay;

import org.jspecify.annotations.NullMarked;
