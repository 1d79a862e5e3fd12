/**
 * The operator's configuration, from a file or a POM: reads and validates it, and converts it to
 * choices.
 *
 * <p>{@code Configuration} is the entry point. The settings are described in {@code
 * docs/configuration.md}.
 */
@NullMarked
package dev.dragoman.generator.config;

import org.jspecify.annotations.NullMarked;
