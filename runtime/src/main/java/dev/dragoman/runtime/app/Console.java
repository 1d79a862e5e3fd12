package dev.dragoman.runtime.app;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The standard streams.
 *
 * @param out MCP only, if a server uses it as transport
 * @param err messages for people
 */
record Console(InputStream in, PrintStream out, PrintStream err) {}
