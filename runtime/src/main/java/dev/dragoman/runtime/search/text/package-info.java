/**
 * Text analysis: tokens, stems, synonyms and the parts of a query. The same when the index is built
 * and when it is searched.
 */
@NullMarked
package dev.dragoman.runtime.search.text;

import org.jspecify.annotations.NullMarked;
