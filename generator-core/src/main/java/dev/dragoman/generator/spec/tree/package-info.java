/**
 * Parses JSON and YAML into trees in which every value has a location, for messages with file, line
 * and column.
 */
@NullMarked
package dev.dragoman.generator.spec.tree;

import org.jspecify.annotations.NullMarked;
