/** Metrics of a running server in the Prometheus text format. */
@NullMarked
package dev.dragoman.runtime.metrics;

import org.jspecify.annotations.NullMarked;
