package dev.dragoman.generator.testing;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import dev.dragoman.generator.Generator;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.testing.WireText;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The runtime with a fault in one of its classes, and a generator that runs on it. */
public final class AlteredRuntime extends CompiledClasses {
  private static final String OURS = "dev.dragoman.";
  private static final Path SOURCES = Path.of("../runtime/src/main/java");

  private AlteredRuntime(Compilation altered) {
    super(
        altered,
        AlteredRuntime.class.getClassLoader(),
        location(ApiRequest.class),
        location(WireText.class),
        location(Generator.class),
        location(AlteredRuntime.class));
  }

  /**
   * Compiles a class of the runtime with a fault.
   *
   * @param className its simple name
   * @param right what stands in its source
   * @param wrong what is put in its place
   */
  public static AlteredRuntime of(String className, String right, String wrong) throws IOException {
    Path file = source(className);
    String source = Files.readString(file);
    if (!source.contains(right)) {
      throw new AssertionError(className + " does not contain " + right);
    }
    Compilation altered =
        Compilations.compile(
            Map.of(SOURCES.relativize(file).toString(), source.replace(right, wrong)));
    assertThat(altered).succeededWithoutWarnings();
    return new AlteredRuntime(altered);
  }

  private static Path source(String className) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.endsWith(className + ".java"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("The runtime has no class " + className));
    }
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
