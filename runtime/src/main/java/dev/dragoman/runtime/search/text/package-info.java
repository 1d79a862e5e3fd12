/**
 * Text analysis: tokens, stems, synonyms and the parts of a query. Identical for building and
 * searching the index.
 */
@NullMarked
package dev.dragoman.runtime.search.text;

import org.jspecify.annotations.NullMarked;
