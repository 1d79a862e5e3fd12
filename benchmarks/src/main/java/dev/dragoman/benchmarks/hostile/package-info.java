/** Documents that nobody vouches for: what the generator and its servers make of them. */
@NullMarked
package dev.dragoman.benchmarks.hostile;

import org.jspecify.annotations.NullMarked;
