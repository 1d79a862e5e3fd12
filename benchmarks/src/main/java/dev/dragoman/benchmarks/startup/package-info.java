/** How soon a server answers. */
@NullMarked
package dev.dragoman.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
