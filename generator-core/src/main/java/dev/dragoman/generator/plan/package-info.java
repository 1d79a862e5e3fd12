/**
 * A server as it will be generated: every name, type, access level and text decided. Emitters only
 * print it.
 */
@NullMarked
package dev.dragoman.generator.plan;

import org.jspecify.annotations.NullMarked;
