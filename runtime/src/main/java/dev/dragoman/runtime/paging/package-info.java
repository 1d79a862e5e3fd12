/** How the pages of an operation follow each other. */
@NullMarked
package dev.dragoman.runtime.paging;

import org.jspecify.annotations.NullMarked;
