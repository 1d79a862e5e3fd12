/** A client for programs that are not servers. */
@NullMarked
package dev.dragoman.runtime.client.standalone;

import org.jspecify.annotations.NullMarked;
