/**
 * Derives names from a document: Java identifiers, operation ids, argument names and the vendor.
 *
 * <p>Names are stable: they depend on the document and on the order of its operations only, so that
 * regenerating a server after a change renames as little as possible.
 */
@NullMarked
package dev.dragoman.generator.plan.name;

import org.jspecify.annotations.NullMarked;
