/** Whether callers notice that another one is hostile, for as long as one wants to know. */
@NullMarked
package dev.dragoman.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
