/** Parses JSON and YAML into trees that know where each value is. */
@NullMarked
package dev.dragoman.generator.spec.tree;

import org.jspecify.annotations.NullMarked;
