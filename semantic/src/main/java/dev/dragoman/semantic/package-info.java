/**
 * Sentence vectors of a small model, for servers whose search ranks by meaning as well as by words.
 *
 * <p>The module is optional because model and native libraries add about 110 MB to a server. The
 * runtime finds the encoder with {@code ServiceLoader}.
 */
@NullMarked
package dev.dragoman.semantic;

import org.jspecify.annotations.NullMarked;
