/** The types of option and parameter values of the measuring commands. */
@NullMarked
package dev.dragoman.benchmarks.arguments;

import org.jspecify.annotations.NullMarked;
