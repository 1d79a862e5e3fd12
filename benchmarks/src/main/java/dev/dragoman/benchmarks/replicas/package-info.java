/** Whether callers notice that one of two servers dies. */
@NullMarked
package dev.dragoman.benchmarks.replicas;

import org.jspecify.annotations.NullMarked;
