/** Proposes keywords for operations from a server's search log. */
@NullMarked
package dev.dragoman.generator.keywords;

import org.jspecify.annotations.NullMarked;
