/**
 * What a server can be extended with: tools of one's own beside the generated ones, filters around
 * calls, and sinks for feedback and the audit log.
 */
@NullMarked
package dev.dragoman.runtime.extension;

import org.jspecify.annotations.NullMarked;
