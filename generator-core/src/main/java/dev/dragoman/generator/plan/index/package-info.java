/** What the search index says beyond the document: which operations yield the path ids of which. */
@NullMarked
package dev.dragoman.generator.plan.index;

import org.jspecify.annotations.NullMarked;
