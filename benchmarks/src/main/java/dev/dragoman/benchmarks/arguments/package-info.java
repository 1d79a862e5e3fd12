/** What the measuring commands take as values of their options and parameters. */
@NullMarked
package dev.dragoman.benchmarks.arguments;

import org.jspecify.annotations.NullMarked;
