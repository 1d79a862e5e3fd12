/**
 * Typed requests of generated code and their conversion to HTTP requests: parameter styles, bodies
 * and media types (OpenAPI 3.2, sections 4.12 to 4.15).
 */
@NullMarked
package dev.dragoman.runtime.request;

import org.jspecify.annotations.NullMarked;
