/**
 * One HTTP/1.1 exchange with an API: connections, name resolution, TLS and the deadline. Nothing
 * here decides whether a request may be sent, or sent again.
 */
@NullMarked
package dev.dragoman.runtime.execute.client;

import org.jspecify.annotations.NullMarked;
