/** Support for tests of generated servers: shows what a handler sends. */
@NullMarked
package dev.dragoman.testing;

import org.jspecify.annotations.NullMarked;
