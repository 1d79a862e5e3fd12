/** What the operator changes in a vendor's document before it is read: OpenAPI Overlays. */
@NullMarked
package dev.dragoman.generator.overlay;

import org.jspecify.annotations.NullMarked;
