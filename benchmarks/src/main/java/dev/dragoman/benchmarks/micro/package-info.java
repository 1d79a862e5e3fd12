/** Measures single steps of a call with JMH: their time, and how many bytes they allocate. */
@NullMarked
package dev.dragoman.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
