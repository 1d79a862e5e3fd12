/**
 * One HTTP/1.1 exchange with an API: connections, name resolution, TLS and the deadline. Nothing
 * here decides whether a request may be sent, or sent again.
 *
 * <p>{@code UpstreamClient} leases a connection from the pool; {@code Connector} establishes a new
 * one if necessary, to an address that an {@code AddressRule} allows; {@code RequestSender} writes
 * the request and reads the head; a {@code ResponseHandler} reads the body. {@code AbortTimer}
 * closes the connection at the deadline.
 */
@NullMarked
package dev.dragoman.runtime.execute.client;

import org.jspecify.annotations.NullMarked;
