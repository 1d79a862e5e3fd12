/** Checks whether callers notice that one of two servers is killed. */
@NullMarked
package dev.dragoman.benchmarks.replicas;

import org.jspecify.annotations.NullMarked;
