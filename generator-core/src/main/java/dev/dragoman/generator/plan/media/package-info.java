/** Which media types are sent and asked for. */
@NullMarked
package dev.dragoman.generator.plan.media;

import org.jspecify.annotations.NullMarked;
