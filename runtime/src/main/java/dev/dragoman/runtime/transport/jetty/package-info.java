/** The HTTP server of a program of its own: Jetty, in front of {@code transport.http}. */
@NullMarked
package dev.dragoman.runtime.transport.jetty;

import org.jspecify.annotations.NullMarked;
