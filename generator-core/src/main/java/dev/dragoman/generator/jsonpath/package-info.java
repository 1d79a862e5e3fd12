/**
 * JSONPath (RFC 9535) on trees with locations; overlays use it to select what they change.
 *
 * <p>{@code PathParser} and {@code FilterParser} turn text into a {@code Query} of {@code Segment}s
 * and {@code Selector}s, which selects {@code Node}s.
 */
@NullMarked
package dev.dragoman.generator.jsonpath;

import org.jspecify.annotations.NullMarked;
