package dev.dragoman.runtime.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * An argument file of the {@code java} command that starts a server with its archive and the memory
 * that a small server needs. Flags of the JVM before it take precedence only if they are not in it;
 * those in the variable {@code JAVA_TOOL_OPTIONS} never do.
 */
final class StartArguments {
  private StartArguments() {}

  static void write(Path file, Transport transport, Path jar, Path archive) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# java @" + file.getFileName() + " starts the server; its flags may follow.");
    lines.addAll(transport.flags());
    lines.add("-XX:SharedArchiveFile=" + quoted(archive.toAbsolutePath()));
    lines.add("-jar");
    lines.add(quoted(jar));
    lines.add(transport.flag());
    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    Files.write(draft, lines, StandardCharsets.UTF_8);
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** In quotation marks a backslash begins an escape (the java command, on argument files). */
  private static String quoted(Path path) {
    return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
