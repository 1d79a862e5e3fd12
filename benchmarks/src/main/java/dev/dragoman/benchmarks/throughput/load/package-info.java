/** Creates load: clients and upstreams that take next to nothing of the machine themselves. */
@NullMarked
package dev.dragoman.benchmarks.throughput.load;

import org.jspecify.annotations.NullMarked;
