/** State that clients carry between calls, sealed with the server's key. */
@NullMarked
package dev.dragoman.runtime.mcp.state;

import org.jspecify.annotations.NullMarked;
