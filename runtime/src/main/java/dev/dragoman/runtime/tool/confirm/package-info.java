/** Asks the user to agree to a call before it is sent. */
@NullMarked
package dev.dragoman.runtime.tool.confirm;

import org.jspecify.annotations.NullMarked;
