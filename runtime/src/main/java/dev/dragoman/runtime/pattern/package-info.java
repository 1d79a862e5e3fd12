/** Regular expressions of documents, matched in linear time and bounded memory. */
@NullMarked
package dev.dragoman.runtime.pattern;

import org.jspecify.annotations.NullMarked;
