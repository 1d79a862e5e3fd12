package dev.dragoman.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import run.endive.runtime.HostFunction;

/** The program that runs a script, compiled once: its bytecode is the same for every run. */
final class Bootstrap {
  private static final long MEMORY = 16L << 20;

  private Bootstrap() {}

  private static final class Compiled {
    static final byte[] BYTECODE = compiled();
  }

  static byte[] bytecode() {
    return Compiled.BYTECODE;
  }

  private static byte[] compiled() {
    HostFunction none = new HostFunctions("", NoHost.INSTANCE, NoHost.LIMITS).function();
    return new Sandbox(none, MEMORY).compile(source());
  }

  private static byte[] source() {
    try (InputStream in =
        Objects.requireNonNull(Bootstrap.class.getResourceAsStream("bootstrap.js"))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
