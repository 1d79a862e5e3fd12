/**
 * What the tools of a generated server share: access to the generated operations, reading of tool
 * input, and the handling of text from others. The tools themselves are in the sub-packages.
 */
@NullMarked
package dev.dragoman.runtime.tool;

import org.jspecify.annotations.NullMarked;
