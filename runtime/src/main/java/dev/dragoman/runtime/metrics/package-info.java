/** Counts what a running server does, in the text form that Prometheus reads. */
@NullMarked
package dev.dragoman.runtime.metrics;

import org.jspecify.annotations.NullMarked;
