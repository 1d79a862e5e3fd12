/**
 * Makes the archive from which the JVM takes the classes of a server when it starts, instead of
 * reading and verifying them again. Nothing of it is loaded by a server that serves.
 */
@NullMarked
package dev.dragoman.runtime.start;

import org.jspecify.annotations.NullMarked;
