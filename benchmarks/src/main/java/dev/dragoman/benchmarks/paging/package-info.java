/** Whether the pages of operations are recognized, and followed to the last item. */
@NullMarked
package dev.dragoman.benchmarks.paging;

import org.jspecify.annotations.NullMarked;
