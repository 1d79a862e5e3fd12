/**
 * Plans what search shows and indexes: cards, signatures, paging, and the operations that yield
 * ids.
 *
 * <p>All of it is computed when the server is built, so that a search only reads text. Limits are
 * in characters because hits go to a model, for which every token has a cost.
 */
@NullMarked
package dev.dragoman.generator.plan.search;

import org.jspecify.annotations.NullMarked;
