package dev.dragoman.generator.cli;

import dev.dragoman.generator.write.OutputFolders;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server archive without dependencies, and its libraries next to it in {@code lib/}. */
public final class ServerJar {
  /** The time of all entries, so that equal input produces equal archives. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private final Path out;
  private final List<Path> libraries;

  /**
   * Creates an archive, which is not built yet.
   *
   * @param out the folder for the archive, its classes and {@code lib/}
   * @param libraries the folders with its libraries; if several contain a file of the same name,
   *     the first one counts
   */
  public ServerJar(Path out, List<Path> libraries) {
    this.out = out;
    this.libraries = List.copyOf(libraries);
  }

  /** Whether the archive exists, next to the current libraries. */
  boolean isBuilt() throws IOException {
    if (!Files.isRegularFile(jar())) {
      return false;
    }
    for (Path library : libraries()) {
      Path copy = copyOf(library);
      if (!Files.isRegularFile(copy) || Files.mismatch(library, copy) >= 0) {
        return false;
      }
    }
    return true;
  }

  private List<Path> libraries() throws IOException {
    Map<String, Path> byName = new TreeMap<>();
    for (Path folder : libraries) {
      try (Stream<Path> all = Files.list(folder)) {
        all.filter(file -> file.toString().endsWith(".jar"))
            .forEach(file -> byName.putIfAbsent(String.valueOf(file.getFileName()), file));
      }
    }
    return List.copyOf(byName.values());
  }

  /** The location of the archive. */
  public Path jar() {
    return out.resolve("server.jar");
  }

  /** Compiles the sources, and packs classes and resources. */
  void build(OutputFolders folders, String mainClass) throws IOException {
    compile(folders);
    pack(folders, mainClass);
  }

  /**
   * Copies the libraries and compiles the sources against them.
   *
   * @throws CompilationException if the sources do not compile
   */
  public void compile(OutputFolders folders) throws IOException {
    Files.deleteIfExists(jar());
    List<Path> copied = copyLibraries();
    deleteTree(classes());
    JavaCompiler.compile(folders.sources(), classes(), copied);
  }

  /** Packs the compiled classes and the resources. */
  public void pack(OutputFolders folders, String mainClass) throws IOException {
    Path draft = out.resolve("server.jar.tmp");
    // The headers of an archive are written in single bytes.
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16);
        JarOutputStream archive = new JarOutputStream(stream)) {
      // Not with the constructor that takes a manifest, whose entry would have the current time.
      archive.putNextEntry(entry(JarFile.MANIFEST_NAME));
      manifest(mainClass, libraries()).write(archive);
      archive.closeEntry();
      add(archive, classes());
      add(archive, folders.resources());
    }
    Files.move(draft, jar(), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path classes() {
    return out.resolve("classes");
  }

  private List<Path> copyLibraries() throws IOException {
    Path folder = out.resolve("lib");
    deleteTree(folder);
    Files.createDirectories(folder);
    List<Path> copied = new ArrayList<>();
    for (Path library : libraries()) {
      Path target = copyOf(library);
      Files.copy(library, target, StandardCopyOption.REPLACE_EXISTING);
      copied.add(target);
    }
    return copied;
  }

  /** The folders may be in an archive, whose paths cannot be resolved here. */
  private Path copyOf(Path library) {
    return out.resolve("lib").resolve(String.valueOf(library.getFileName()));
  }

  private static Manifest manifest(String mainClass, List<Path> libraries) {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
    attributes.put(
        Attributes.Name.CLASS_PATH,
        libraries.stream().map(jar -> "lib/" + jar.getFileName()).collect(Collectors.joining(" ")));
    return manifest;
  }

  private static void add(JarOutputStream archive, Path root) throws IOException {
    for (Path file : files(root)) {
      archive.putNextEntry(entry(root.relativize(file).toString().replace('\\', '/')));
      Files.copy(file, archive);
      archive.closeEntry();
    }
  }

  private static JarEntry entry(String name) {
    JarEntry entry = new JarEntry(name);
    entry.setTimeLocal(ENTRY_TIME);
    return entry;
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
