/**
 * The page about a server that it shows in a browser. Nothing of this package is loaded before the
 * page is asked for.
 */
@NullMarked
package dev.dragoman.runtime.page;

import org.jspecify.annotations.NullMarked;
