/**
 * Adds vendors' documents to a project, and sets up modules for them.
 *
 * <p>Everything is checked before anything is written: the document is fetched into memory, read,
 * planned and compared with the existing one first.
 */
@NullMarked
package dev.dragoman.generator.module;

import org.jspecify.annotations.NullMarked;
