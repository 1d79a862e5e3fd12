package dev.dragoman.runtime.app;

import java.io.PrintStream;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLoggerFactory;

/**
 * What writes the log. The runtime brings no SLF4J provider, because a program that embeds a server
 * has its own.
 */
final class LogProvider {
  private LogProvider() {}

  /** Tells the operator what is lost if there is none, and how to get it. */
  static void check(PrintStream err) {
    if (LoggerFactory.getILoggerFactory() instanceof NOPLoggerFactory) {
      err.println(
          "No log is written, because there is no SLF4J provider on the class path. Add one, such as"
              + " org.slf4j:slf4j-simple with scope runtime. Until then, the audit log goes to"
              + " standard error as JSON lines unless --audit names a file.");
    }
  }
}
