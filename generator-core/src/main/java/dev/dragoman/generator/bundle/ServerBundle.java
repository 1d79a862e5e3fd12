package dev.dragoman.generator.bundle;

import dev.dragoman.generator.emit.text.LauncherEmitter;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.problem.Problems;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A server with everything it needs, as an MCP bundle (MCPB) that a desktop app installs. */
public final class ServerBundle {
  /** A jar that contains this class contains its libraries, too. */
  private static final String LIBRARY_CLASS = "dev/dragoman/runtime/server/McpServer.class";

  private static final String LIBRARIES = Manifest.FOLDER + "lib/";
  private static final String RUNTIME = Manifest.FOLDER + "runtime/";

  private final BundleRequest request;
  private final ServerFacts server;
  private final byte[] bytes;

  private ServerBundle(BundleRequest request, ServerFacts server, byte[] bytes) {
    this.request = request;
    this.server = server;
    this.bytes = bytes;
  }

  /**
   * Packs a server.
   *
   * @throws dev.dragoman.generator.problem.GenerationException listing everything that is wrong
   * @throws IOException if a file cannot be read
   */
  public static ServerBundle pack(ServerPlan plan, BundleRequest asked) throws IOException {
    BundleRequest request = withMainClass(asked);
    Problems problems = new Problems();
    new BundleCheck(problems).check(request);
    problems.throwIfErrors();
    ServerFacts server = ServerFacts.of(plan);
    return new ServerBundle(request, server, archive(server, request).bytes());
  }

  /** The bytes of the archive. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The SHA-256 checksum of the archive in hexadecimal. */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The entry for the registry, in UTF-8.
   *
   * @throws dev.dragoman.generator.problem.GenerationException listing everything that is wrong
   */
  public byte[] registryEntry(RegistryRequest entry) {
    Problems problems = new Problems();
    new RegistryCheck(new BundleCheck(problems)).check(entry);
    problems.throwIfErrors();
    return new RegistryEntry(server, new Manifest(server, request), request.about(), entry)
        .bytes(sha256());
  }

  private static BundleRequest withMainClass(BundleRequest request) throws IOException {
    return new BundleRequest(
        request.target(),
        request.serverJar(),
        request.libraries(),
        request.mainClass().isPresent() || request.sharedJar()
            ? request.mainClass()
            : mainClass(request.serverJar()),
        request.sharedJar(),
        request.about(),
        request.arguments(),
        request.platforms(),
        request.javaRuntime());
  }

  private static Optional<String> mainClass(Path jar) throws IOException {
    if (!Files.isRegularFile(jar)) {
      return Optional.empty();
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      return Optional.ofNullable(file.getManifest())
          .map(manifest -> manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS));
    }
  }

  private static BundleArchive archive(ServerFacts server, BundleRequest request)
      throws IOException {
    String mainClass = request.mainClass().orElse(server.mainClass());
    BundleArchive archive =
        new BundleArchive()
            .add(Manifest.NAME, new Manifest(server, request).bytes())
            .addProgram(Manifest.SHELL, LauncherEmitter.shell(server.vendor(), mainClass))
            .addProgram(Manifest.BATCH, LauncherEmitter.batch(server.vendor(), mainClass))
            .add(Manifest.FOLDER + "server.jar", Files.readAllBytes(request.serverJar()));
    if (request.about().icon().isPresent()) {
      archive.add(Manifest.ICON, Files.readAllBytes(request.about().icon().get()));
    }
    if (!containsLibraries(request.serverJar())) {
      addLibraries(archive, request.libraries());
    }
    if (request.javaRuntime().isPresent()) {
      addRuntime(archive, request.javaRuntime().get());
    }
    return archive;
  }

  private static boolean containsLibraries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getEntry(LIBRARY_CLASS) != null;
    }
  }

  /** Two libraries may have the same file name if their groups differ. */
  private static void addLibraries(BundleArchive archive, List<Path> libraries) throws IOException {
    for (Path library : libraries) {
      String name = LIBRARIES + library.getFileName();
      for (int copy = 2; archive.contains(name); copy++) {
        name = LIBRARIES + copy + "-" + library.getFileName();
      }
      archive.add(name, Files.readAllBytes(library));
    }
  }

  /** Links are followed: an archive for several platforms cannot contain them. */
  private static void addRuntime(BundleArchive archive, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = RUNTIME + folder.relativize(file).toString().replace('\\', '/');
        byte[] content = Files.readAllBytes(file);
        if (Files.isExecutable(file)) {
          archive.addProgram(name, content);
        } else {
          archive.add(name, content);
        }
      }
    }
  }

  /** What was packed, in words. */
  public String summary() {
    return "%s %s: %d kB, sha256 %s"
        .formatted(server.name(), request.about().version(), bytes.length / 1000, sha256());
  }
}
