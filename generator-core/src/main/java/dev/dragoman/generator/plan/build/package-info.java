/** Makes the plan of a server from the model of a document. */
@NullMarked
package dev.dragoman.generator.plan.build;

import org.jspecify.annotations.NullMarked;
