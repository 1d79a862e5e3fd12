/** Reads OpenAPI and Swagger documents, JSON or YAML, with their files, into one API model. */
@NullMarked
package dev.dragoman.generator.spec;

import org.jspecify.annotations.NullMarked;
