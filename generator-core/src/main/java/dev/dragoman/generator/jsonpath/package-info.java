/** JSONPath (RFC 9535) over located trees: which values of a document a query selects. */
@NullMarked
package dev.dragoman.generator.jsonpath;

import org.jspecify.annotations.NullMarked;
