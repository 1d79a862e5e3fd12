/** What a server does when its API misbehaves. */
@NullMarked
package dev.dragoman.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
