/** Checks what the generator and its servers do with untrusted documents. */
@NullMarked
package dev.dragoman.benchmarks.hostile;

import org.jspecify.annotations.NullMarked;
