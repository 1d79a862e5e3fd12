/** What the commands that measure a running server share: an API, a client and the process. */
@NullMarked
package dev.dragoman.benchmarks.serving;

import org.jspecify.annotations.NullMarked;
