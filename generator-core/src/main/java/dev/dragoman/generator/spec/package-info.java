/**
 * Reads OpenAPI and Swagger documents in JSON or YAML, including their files, into one API model.
 *
 * <p>{@code SpecReader} is the entry point. {@code source} and {@code tree} turn files into located
 * values, {@code node}, {@code identifier} and {@code schema} resolve references, {@code swagger2},
 * {@code openapi3} and {@code operation} normalize the parts, and {@code text} looks for suspicious
 * text.
 */
@NullMarked
package dev.dragoman.generator.spec;

import org.jspecify.annotations.NullMarked;
