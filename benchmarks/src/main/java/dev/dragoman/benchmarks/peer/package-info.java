/** Compares the time from a document to a server with that of another generator. */
@NullMarked
package dev.dragoman.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
