/** What the commands share that measure a running server: an API, a client, the process. */
@NullMarked
package dev.dragoman.benchmarks.serving;

import org.jspecify.annotations.NullMarked;
