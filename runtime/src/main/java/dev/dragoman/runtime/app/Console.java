package dev.dragoman.runtime.app;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The standard streams.
 *
 * @param out carries MCP only, once a server speaks over it
 * @param err for people
 */
record Console(InputStream in, PrintStream out, PrintStream err) {}
