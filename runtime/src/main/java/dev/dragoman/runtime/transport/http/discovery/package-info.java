/** Documents by which clients and directories find a server before they connect. */
@NullMarked
package dev.dragoman.runtime.transport.http.discovery;

import org.jspecify.annotations.NullMarked;
