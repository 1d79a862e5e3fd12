/** Whether calls are lost or doubled when a server is told to stop. */
@NullMarked
package dev.dragoman.benchmarks.stop;

import org.jspecify.annotations.NullMarked;
