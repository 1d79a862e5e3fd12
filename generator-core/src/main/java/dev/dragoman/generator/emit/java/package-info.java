/** Prints the Java of a server. The only place that knows JavaPoet. */
@NullMarked
package dev.dragoman.generator.emit.java;

import org.jspecify.annotations.NullMarked;
