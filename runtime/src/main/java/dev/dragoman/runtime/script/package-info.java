/**
 * The seam between the tool {@code run_script} and the engine that runs its scripts, which is an
 * artifact of its own. Depends on nothing.
 */
@NullMarked
package dev.dragoman.runtime.script;

import org.jspecify.annotations.NullMarked;
