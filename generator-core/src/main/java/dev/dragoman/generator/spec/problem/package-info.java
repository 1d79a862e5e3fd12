/** What can be wrong with a document, and where. */
@NullMarked
package dev.dragoman.generator.spec.problem;

import org.jspecify.annotations.NullMarked;
