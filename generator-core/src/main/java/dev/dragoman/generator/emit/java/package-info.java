/**
 * Prints the Java files of a server. The only package that uses JavaPoet.
 *
 * <p>{@code JavaEmitter} prints one file after another with an emitter for each kind of type. Text
 * of the document passes through {@code JavaLiteral} or {@code JavadocText}; {@code JavaLayout}
 * formats the result.
 */
@NullMarked
package dev.dragoman.generator.emit.java;

import org.jspecify.annotations.NullMarked;
