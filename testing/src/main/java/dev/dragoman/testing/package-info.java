/** For tests of generated servers: what a handler sends, read off the wire. */
@NullMarked
package dev.dragoman.testing;

import org.jspecify.annotations.NullMarked;
