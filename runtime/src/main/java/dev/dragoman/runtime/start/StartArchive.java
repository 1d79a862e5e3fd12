package dev.dragoman.runtime.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes archives of a server's classes beside its jar, for the JVM that runs this program: dynamic
 * class data archives (JEP 350), or since Java 25 AOT caches (JEP 483, JEP 514). There is one for
 * each transport, with what it loads. The name carries the version of Java, because an archive fits
 * only the JVM that made it; a JVM to which it does not fit ignores it.
 *
 * <pre>{@code
 * java -cp acme-server.jar dev.dragoman.runtime.start.StartArchive
 * java @acme-server-stdio.args
 * }</pre>
 *
 * <p>The class path must be the one with which the server is started later, to the letter.
 */
public final class StartArchive {
  private static final String SUFFIX = ".jsa";
  private static final int WITH_AOT_CACHE = 25;

  private final ServerClassPath classPath;
  private final String mainClass;

  private StartArchive(ServerClassPath classPath, String mainClass) {
    this.classPath = classPath;
    this.mainClass = mainClass;
  }

  /**
   * Makes the archives of the server on the class path, unless there are some that are newer than
   * it. A failure is one line on standard error: the server starts without an archive, too.
   *
   * @param arguments {@code stdio} or {@code http} for one of them only; the main class, by default
   *     the one in the manifest of the first jar
   */
  public static void main(String[] arguments) {
    try {
      ServerClassPath classPath = ServerClassPath.of(System.getProperty("java.class.path"));
      List<Transport> chosen = new ArrayList<>();
      Optional<String> mainClass = Optional.empty();
      for (String argument : arguments) {
        Optional<Transport> transport =
            Arrays.stream(Transport.values()).filter(one -> one.word().equals(argument)).findAny();
        transport.ifPresent(chosen::add);
        mainClass = transport.isPresent() ? mainClass : Optional.of(argument);
      }
      StartArchive archive =
          new StartArchive(
              classPath, mainClass.isPresent() ? mainClass.get() : classPath.mainClass());
      for (Transport one : chosen.isEmpty() ? List.of(Transport.values()) : chosen) {
        archive.refresh(one);
      }
    } catch (IOException e) {
      System.err.println("The server starts without an archive of its classes: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void refresh(Transport transport) throws IOException, InterruptedException {
    String name = classPath.baseName() + "-" + transport.word();
    Path archive =
        classPath.beside(name + "-" + System.getProperty("java.runtime.version") + SUFFIX);
    if (!classPath.isOlderThan(archive)) {
      deleteStale(name);
      make(transport, archive);
    }
    if (classPath.isOneJar()) {
      StartArguments.write(classPath.beside(name + ".args"), transport, classPath.first(), archive);
    }
  }

  /** Archives of a former jar are of no use to any JVM. */
  private void deleteStale(String name) throws IOException {
    Pattern ours = Pattern.compile(Pattern.quote(name) + "-[0-9].*" + Pattern.quote(SUFFIX));
    try (Stream<Path> files = Files.list(classPath.folder())) {
      for (Path file : files.toList()) {
        if (ours.matcher(String.valueOf(file.getFileName())).matches()
            && !classPath.isOlderThan(file)) {
          Files.delete(file);
        }
      }
    }
  }

  /** Never leaves a part of an archive under its name: a JVM may crash on it. */
  private void make(Transport transport, Path archive) throws IOException, InterruptedException {
    Path draft =
        archive.resolveSibling(archive.getFileName() + ".tmp" + ProcessHandle.current().pid());
    try {
      Training.run(transport, flag(draft), classPath.text(), mainClass);
      if (!Files.isRegularFile(draft)) {
        throw new IOException("this JVM has not written one");
      }
      Files.move(draft, archive, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static String flag(Path draft) {
    return Runtime.version().feature() >= WITH_AOT_CACHE
        ? "-XX:AOTCacheOutput=" + draft
        : "-XX:ArchiveClassesAtExit=" + draft;
  }
}
