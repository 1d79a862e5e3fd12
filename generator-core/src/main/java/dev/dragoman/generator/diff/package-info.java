/**
 * Finds the changes that a new document makes for agents and for existing servers, and classifies
 * them by their effect.
 *
 * <p>{@code DocumentComparison} compares two documents in detail, {@code LockComparison} a lock
 * with a document. Both return a {@code Comparison}, which {@code ComparisonText} writes. What is
 * compared is the plan, not the document, so that differences without any effect on the server are
 * not reported.
 */
@NullMarked
package dev.dragoman.generator.diff;

import org.jspecify.annotations.NullMarked;
