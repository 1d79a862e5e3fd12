/** The search index: its layout, how it is written and how it is read in place. */
@NullMarked
package dev.dragoman.runtime.search.index;

import org.jspecify.annotations.NullMarked;
