/** Which requests take a proxy, and how: the settings, and a tunnel through it. */
@NullMarked
package dev.dragoman.runtime.execute.client.proxy;

import org.jspecify.annotations.NullMarked;
