/**
 * The tools as a plain HTTP API: a POST per tool, described by OpenAPI. Knows what requests and
 * responses contain, but not how they are transported.
 */
@NullMarked
package dev.dragoman.runtime.transport.http.tools;

import org.jspecify.annotations.NullMarked;
