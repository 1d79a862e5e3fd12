package dev.dragoman.generator.testing;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A server and its generated tests, which are run without JUnit's launcher. */
public final class WireTests {
  private final OutputFolders server;
  private final Map<String, String> sources;
  private Compilation compilation;

  private WireTests(OutputFolders server, Map<String, String> sources) {
    this.server = server;
    this.sources = new TreeMap<>(sources);
  }

  /** Generates both for a document, in the package {@code com.example.petshop}. */
  public static WireTests generate(Path document, Path folder) throws IOException {
    OutputFolders server = OutputFolders.below(folder.resolve("server"));
    OutputFolders tests = OutputFolders.below(folder.resolve("tests"));
    Generator.generate(request(document, server));
    if (Generator.generateTestsIfStale(request(document, tests)).isEmpty()
        || Generator.generateTestsIfStale(request(document, tests)).isPresent()) {
      throw new AssertionError("tests are generated once");
    }
    Map<String, String> sources = new TreeMap<>(Trees.read(server.sources()));
    sources.putAll(Trees.read(tests.sources()));
    return new WireTests(server, sources);
  }

  private static GenerationRequest request(Path document, OutputFolders folders) {
    return new GenerationRequest(
        SpecInput.of(document),
        new GenerationOptions(Optional.of("PetShop"), "com.example.petshop", Optional.empty()),
        folders,
        "1");
  }

  /** Texts by file name; what is put in takes part in the next compilation. */
  public Map<String, String> sources() {
    return sources;
  }

  /** How many tests there are. */
  public long count() {
    return sources.values().stream()
        .flatMap(String::lines)
        .filter(line -> line.strip().equals("@Test"))
        .count();
  }

  /** Compiles server and tests. */
  public WireTests compile() {
    compilation = Compilations.compile(sources);
    assertThat(compilation).succeededWithoutWarnings();
    return this;
  }

  /** Runs the compiled tests; what failed. */
  public List<String> failures() throws Exception {
    return failures(getClass().getClassLoader());
  }

  /**
   * Runs the compiled tests on another runtime.
   *
   * @param runtime loads it
   */
  public List<String> failures(ClassLoader runtime) throws Exception {
    URL resources = server.resources().toUri().toURL();
    try (CompiledClasses classes =
        new CompiledClasses(Objects.requireNonNull(compilation), runtime, resources)) {
      return runAll(classes);
    }
  }

  private List<String> runAll(ClassLoader loader) throws ReflectiveOperationException {
    List<String> failures = new ArrayList<>();
    for (String file : sources.keySet()) {
      if (file.endsWith("WireTest.java")) {
        String name = file.replace(".java", "").replace('/', '.');
        failures.addAll(run(Class.forName(name, true, loader)));
      }
    }
    return failures;
  }

  private static List<String> run(Class<?> test) throws ReflectiveOperationException {
    List<String> failures = new ArrayList<>();
    var constructor = test.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object instance = constructor.newInstance();
    invoke(test, "start", null);
    for (Method method : test.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Test.class)) {
        try {
          invoke(test, method.getName(), instance);
        } catch (InvocationTargetException e) {
          failures.add(method.getName() + ": " + e.getCause());
        }
      }
    }
    invoke(test, "stop", null);
    return failures;
  }

  private static void invoke(Class<?> test, String name, Object instance)
      throws ReflectiveOperationException {
    Method method = test.getDeclaredMethod(name);
    method.setAccessible(true);
    method.invoke(instance);
  }
}
