/** How to connect clients to a server that is generated: facts from its plan, and files. */
@NullMarked
package dev.dragoman.generator.guide;

import org.jspecify.annotations.NullMarked;
