/** What a server adds to a call, and how many it carries. */
@NullMarked
package dev.dragoman.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
