/** Brings vendors' documents into a project, and sets up modules for them. */
@NullMarked
package dev.dragoman.generator.module;

import org.jspecify.annotations.NullMarked;
