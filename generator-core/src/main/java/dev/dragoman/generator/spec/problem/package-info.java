/** The kinds of problems of a document, and how they are reported with their location. */
@NullMarked
package dev.dragoman.generator.spec.problem;

import org.jspecify.annotations.NullMarked;
