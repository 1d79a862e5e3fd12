/** The operator's configuration, from a file or a POM: read, checked, made into choices. */
@NullMarked
package dev.dragoman.generator.config;

import org.jspecify.annotations.NullMarked;
