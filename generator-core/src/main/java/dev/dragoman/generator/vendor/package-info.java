/** Gets a vendor's document: fetches it within limits and verifies it, and records its origin. */
@NullMarked
package dev.dragoman.generator.vendor;

import org.jspecify.annotations.NullMarked;
