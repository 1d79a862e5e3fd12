/** Builds, starts and queries a server for every document of a folder. */
@NullMarked
package dev.dragoman.benchmarks.corpus;

import org.jspecify.annotations.NullMarked;
