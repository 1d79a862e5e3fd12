/** Guides as Markdown (CommonMark with tables). */
@NullMarked
package dev.dragoman.runtime.guide.markdown;

import org.jspecify.annotations.NullMarked;
