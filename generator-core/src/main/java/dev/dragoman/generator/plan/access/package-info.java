/**
 * Decides who may run which operation, and with which credentials.
 *
 * <p>{@code ConfiguredApi} is the entry point: it takes {@code DefaultRights} from the document,
 * applies {@code AccessExtensions} and then the operator's rules. {@code SecuritySchemes} and
 * {@code Environments} convert what the runtime needs in order to send credentials to the right
 * place.
 */
@NullMarked
package dev.dragoman.generator.plan.access;

import org.jspecify.annotations.NullMarked;
