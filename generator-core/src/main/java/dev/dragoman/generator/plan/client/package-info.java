/** Plans the typed client: methods by tag, types of responses, and pages. */
@NullMarked
package dev.dragoman.generator.plan.client;

import org.jspecify.annotations.NullMarked;
