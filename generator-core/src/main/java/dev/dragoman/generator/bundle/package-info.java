/**
 * Packs a server for desktop apps (an MCP bundle) and describes it for the MCP registry. The plan
 * says what the server offers, the request what the project's POM says about it.
 */
@NullMarked
package dev.dragoman.generator.bundle;

import org.jspecify.annotations.NullMarked;
