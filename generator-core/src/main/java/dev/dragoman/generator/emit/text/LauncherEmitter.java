package dev.dragoman.generator.emit.text;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Prints the scripts that start a bundle's server with a Java that is on the user's computer. */
public final class LauncherEmitter {
  /**
   * A quick start and little memory for a single user; text is UTF-8 in every locale. What the JVM
   * says about an archive that does not fit would be on standard output: docs/decisions/start.md.
   */
  private static final String OPTIONS =
      "-XX:+UseSerialGC -Xms8m -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8"
          + " -Xlog:disable -Xlog:os*=warning,gc*=warning:stderr";

  private LauncherEmitter() {}

  /**
   * The script for macOS and Linux.
   *
   * @param vendor letters, digits, spaces and hyphens
   * @throws IllegalArgumentException if a value has a meaning in a script
   */
  public static byte[] shell(String vendor, String mainClass) {
    return text("bundle/launch.sh", vendor, mainClass).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The script for Windows, with its line ends.
   *
   * @param vendor letters, digits, spaces and hyphens
   * @throws IllegalArgumentException if a value has a meaning in a script
   */
  public static byte[] batch(String vendor, String mainClass) {
    return text("bundle/launch.cmd", vendor, mainClass)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String template, String vendor, String mainClass) {
    check("vendor", vendor, "[A-Za-z0-9][A-Za-z0-9 -]*");
    check("mainClass", mainClass, "[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");
    return Template.words(template)
        .fill(Map.of("vendor", vendor, "mainClass", mainClass, "options", OPTIONS));
  }

  private static void check(String name, String value, String allowed) {
    if (!value.matches(allowed)) {
      throw new IllegalArgumentException(name + " cannot be " + value);
    }
  }
}
