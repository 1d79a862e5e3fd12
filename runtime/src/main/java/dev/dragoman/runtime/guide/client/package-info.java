/** How to connect each client, in steps. One class per client or family of clients. */
@NullMarked
package dev.dragoman.runtime.guide.client;

import org.jspecify.annotations.NullMarked;
