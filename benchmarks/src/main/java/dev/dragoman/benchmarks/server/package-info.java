/** Builds servers from documents and communicates with them as a client does. */
@NullMarked
package dev.dragoman.benchmarks.server;

import org.jspecify.annotations.NullMarked;
