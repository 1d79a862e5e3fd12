/** Tasks of agents, and what their tool calls cost. */
@NullMarked
package dev.dragoman.benchmarks.tasks;

import org.jspecify.annotations.NullMarked;
