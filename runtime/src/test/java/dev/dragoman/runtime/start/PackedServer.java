package dev.dragoman.runtime.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.tool.TrackerResources;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tracker's server as a jar that names its libraries, because archives accept no folders of
 * classes.
 */
final class PackedServer {
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Path folder;

  private PackedServer(Path folder) {
    this.folder = folder;
  }

  /** How a program ended. */
  record Ran(int exit, String out, String err) {}

  static PackedServer in(Path folder, Class<?> main) throws IOException {
    Path resources = Files.createDirectories(folder.resolve("resources"));
    TrackerResources.write(resources);
    PackedServer server = new PackedServer(folder);
    server.pack(main, resources);
    return server;
  }

  Path jar() {
    return folder.resolve("server.jar");
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** The archive that this JVM uses. */
  Path archive(String transport) {
    return file("server-" + transport + "-" + System.getProperty("java.runtime.version") + ".jsa");
  }

  List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Makes the archives, as the scripts do. */
  Ran makeArchives(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("-cp", jar().toString(), StartArchive.class.getName()));
    command.addAll(List.of(arguments));
    return run("", command);
  }

  /** Runs Java in the folder; the input ends at once. */
  Ran run(String input, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(arguments);
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().write(input.getBytes(UTF_8));
    process.getOutputStream().close();
    if (!process.waitFor(180, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("still running: " + command);
    }
    return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private void pack(Class<?> main, Path resources) throws IOException {
    List<Path> roots = new ArrayList<>(List.of(resources));
    // The JVM archives no classes of libraries that the manifest names by URL.
    Path lib = Files.createDirectories(folder.resolve("lib"));
    List<Path> libraries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        roots.add(path);
      } else {
        libraries.add(Files.copy(path, lib.resolve(path.getFileName())));
      }
    }
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, main.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        libraries.stream().map(jar -> "lib/" + jar.getFileName()).collect(Collectors.joining(" ")));
    try (OutputStream file = Files.newOutputStream(jar());
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      Set<String> added = new HashSet<>();
      for (Path root : roots) {
        add(jar, root, added);
      }
    }
  }

  private static void add(JarOutputStream jar, Path root, Set<String> added) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (!name.equals("META-INF/MANIFEST.MF") && added.add(name)) {
          jar.putNextEntry(new JarEntry(name));
          Files.copy(file, jar);
          jar.closeEntry();
        }
      }
    }
  }
}
