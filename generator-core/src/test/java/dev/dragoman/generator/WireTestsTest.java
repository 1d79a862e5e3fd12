package dev.dragoman.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.plan.GenerationOptions;
import dev.dragoman.generator.testing.Compiler;
import dev.dragoman.generator.testing.Trees;
import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generated tests pass on the generated handlers, and notice a handler that is broken. */
class WireTestsTest {
  private static final String GROUPS = "com/example/petshop/operations/";

  @TempDir Path folder;
  private OutputFolders server;
  private Map<String, String> sources;

  @BeforeEach
  void generate() throws IOException {
    server = OutputFolders.below(folder.resolve("server"));
    OutputFolders tests = OutputFolders.below(folder.resolve("tests"));
    Generator.generate(request(server));
    assertThat(Generator.generateTestsIfStale(request(tests))).isPresent();
    assertThat(Generator.generateTestsIfStale(request(tests))).isEmpty();
    sources = new TreeMap<>(Trees.read(server.sources()));
    sources.putAll(Trees.read(tests.sources()));
  }

  private static GenerationRequest request(OutputFolders folders) {
    return new GenerationRequest(
        SpecInput.of(Path.of("../sample-specs/petshop.yaml")),
        new GenerationOptions(Optional.of("PetShop"), "com.example.petshop", Optional.empty()),
        folders,
        "1");
  }

  @Test
  void everyOperationHasATestAndEachPasses() throws Exception {
    assertThat(failures()).isEmpty();
    long tests = sources.values().stream().mapToLong(WireTestsTest::testsIn).sum();
    assertThat(tests).isEqualTo(12);
  }

  private static long testsIn(String source) {
    return source.lines().filter(line -> line.strip().equals("@Test")).count();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AnimalsOperations | .query(\"limit\", limit) | ' '",
        "AnimalsOperations | .query(\"after\", after) | .query(\"next\", after)",
        "AnimalsOperations | goodWith, ParameterStyle.FORM) | goodWith)",
        "AnimalsOperations | .header(\"Accept-Language\" | .query(\"Accept-Language\"",
        "AnimalsOperations | \"DELETE\" | \"GET\"",
        "AnimalsOperations | CATS(\"cats\") | CATS(\"Cats\")",
        "AnimalsOperations | .body(\"application/json\" | .body(\"application/xml\"",
        "BranchesOperations | in.required(\"path.branch\") | in.required(\"query.branch\")",
        "GroomingOperations | .path(\"day\", day) | .path(\"day\", \"2026-01-01\")",
      })
  void aBrokenHandlerIsNoticed(String group, String right, String wrong) throws Exception {
    String file = GROUPS + group.strip() + ".java";
    String source = sources.get(file);
    assertThat(source).contains(right);
    sources.put(file, source.replace(right, wrong.isBlank() ? "" : wrong));
    assertThat(failures()).isNotEmpty();
  }

  private List<String> failures() throws Exception {
    Path all = folder.resolve("all");
    Trees.replace(all, sources);
    Path classes = folder.resolve("classes");
    assertThat(Compiler.compile(all, classes)).isEmpty();
    List<String> failures = new ArrayList<>();
    URL[] path = {classes.toUri().toURL(), server.resources().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
      for (String file : sources.keySet()) {
        if (file.endsWith("WireTest.java")) {
          String name = file.replace(".java", "").replace('/', '.');
          failures.addAll(run(Class.forName(name, true, loader)));
        }
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
