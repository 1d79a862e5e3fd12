/** Chooses the media types that are sent and requested. */
@NullMarked
package dev.dragoman.generator.plan.media;

import org.jspecify.annotations.NullMarked;
