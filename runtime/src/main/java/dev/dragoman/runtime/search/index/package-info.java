/** The search index: its layout, writer and in-place reader. */
@NullMarked
package dev.dragoman.runtime.search.index;

import org.jspecify.annotations.NullMarked;
