/**
 * Dragoman as a generator of OpenAPI Generator, named {@code dragoman}, for its command line and
 * its Maven and Gradle plugins.
 *
 * <p>OpenAPI Generator is only the entrance: the document goes to Dragoman's own reader as it is,
 * and what OpenAPI Generator has read of it is not used.
 */
@NullMarked
package dev.dragoman.openapigenerator;

import org.jspecify.annotations.NullMarked;
