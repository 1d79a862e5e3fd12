package dev.dragoman.generator.testing;

import dev.dragoman.generator.Generator;
import dev.dragoman.runtime.request.ApiRequest;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The runtime with a fault in one of its classes, and a generator that runs on it. */
public final class AlteredRuntime extends URLClassLoader {
  private static final String OURS = "dev.dragoman.";
  private static final Path SOURCES = Path.of("../runtime/src/main/java");

  private AlteredRuntime(URL[] path) {
    super(path, AlteredRuntime.class.getClassLoader());
  }

  /**
   * Compiles a class of the runtime with a fault.
   *
   * @param className simple name of a class of the root package
   * @param right what stands in its source
   * @param wrong what is put in its place
   */
  public static AlteredRuntime of(String className, String right, String wrong, Path folder)
      throws IOException {
    String file = "dev/dragoman/runtime/" + className + ".java";
    String source = Files.readString(SOURCES.resolve(file));
    if (!source.contains(right)) {
      throw new AssertionError(className + " does not contain " + right);
    }
    Path target = folder.resolve("sources").resolve(file);
    Files.createDirectories(target.getParent());
    Files.writeString(target, source.replace(right, wrong));
    Path classes = folder.resolve("classes");
    List<String> messages = Compiler.compile(folder.resolve("sources"), classes);
    if (!messages.isEmpty()) {
      throw new AssertionError(messages);
    }
    return new AlteredRuntime(
        new URL[] {
          classes.toUri().toURL(),
          location(ApiRequest.class),
          location(Generator.class),
          location(AlteredRuntime.class)
        });
  }

  private static URL location(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  /** What a generator on this runtime makes of a document, by file name: server and tests. */
  public Map<String, String> generate(Path document, Path folder) throws Exception {
    Class<?> tests = loadClass(WireTests.class.getName());
    Object generated =
        tests.getMethod("generate", Path.class, Path.class).invoke(null, document, folder);
    Map<String, String> sources = new TreeMap<>();
    ((Map<?, ?>) tests.getMethod("sources").invoke(generated))
        .forEach((file, text) -> sources.put((String) file, (String) text));
    return sources;
  }

  /** Takes our classes from its own path though its parent has them, too. */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }
}
