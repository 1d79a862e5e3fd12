/**
 * Asks the user to confirm a call before it is sent.
 *
 * <p>{@code CallConfirmation} decides whether a call must be confirmed, {@code CallQuestion}
 * describes it, and {@code RequestDigest} binds the confirmation to this exact request.
 */
@NullMarked
package dev.dragoman.runtime.tool.confirm;

import org.jspecify.annotations.NullMarked;
