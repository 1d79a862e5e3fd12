/** Lists the tools of servers in which every operation is one, and checks their schemas. */
@NullMarked
package dev.dragoman.benchmarks.tools;

import org.jspecify.annotations.NullMarked;
