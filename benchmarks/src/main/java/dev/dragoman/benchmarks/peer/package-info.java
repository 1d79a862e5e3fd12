/** The way from a document to a server, side by side with another generator. */
@NullMarked
package dev.dragoman.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
