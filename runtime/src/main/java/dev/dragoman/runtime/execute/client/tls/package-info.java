/**
 * How connections to the API are secured: trusted authorities, the server's own client certificate,
 * the files that contain them, and what a failed handshake means.
 */
@NullMarked
package dev.dragoman.runtime.execute.client.tls;

import org.jspecify.annotations.NullMarked;
