package dev.dragoman.script;

import dev.dragoman.runtime.script.ScriptHost;
import dev.dragoman.runtime.script.ScriptLimits;
import java.time.Duration;

/** The host of a module that compiles and does not run anything. */
final class NoHost implements ScriptHost {
  static final ScriptHost INSTANCE = new NoHost();
  static final ScriptLimits LIMITS = new ScriptLimits(Duration.ofMinutes(1), 1, 1);

  private NoHost() {}

  @Override
  public String call(String operation, String input) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String search(String query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void log(String line) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void unknownField(String operation, String path) {
    throw new UnsupportedOperationException();
  }
}
