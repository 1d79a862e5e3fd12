/**
 * What search knows and shows of operations: cards, signatures, paging, and the operations that
 * yield ids.
 */
@NullMarked
package dev.dragoman.generator.plan.search;

import org.jspecify.annotations.NullMarked;
