package dev.dragoman.benchmarks.micro;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.scale.SyntheticApi;
import dev.dragoman.benchmarks.server.BuiltServer;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.OperationHandler;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.tool.ApiOperations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * An API whose server was built for the benchmarks, with a caller who may do everything.
 *
 * @param operations its catalog, search index and handlers
 */
record GeneratedApi(ApiOperations operations, Guard guard, Caller caller) {
  /** The folder with the servers, for the JVMs in which JMH runs the benchmarks. */
  static final String FOLDER = "dragoman.micro";

  private static final String EXAMPLE = "example";
  private static final String LARGE = "large";
  private static final int LARGE_OPERATIONS = 2_000;

  /** Builds both servers below a folder. */
  static void build(Path folder) throws IOException {
    build(Home.path("sample-specs/polytomic.yaml"), folder.resolve(EXAMPLE));
    Path document = folder.resolve("large.json");
    SyntheticApi.write(document, LARGE_OPERATIONS);
    build(document, folder.resolve(LARGE));
  }

  private static void build(Path document, Path out) throws IOException {
    Path jar = BuiltServer.of(SpecInput.of(document), out).jar();
    Files.copy(jar, out.resolveSibling(out.getFileName() + ".jar"));
  }

  /** The example of this project: 128 operations. */
  static GeneratedApi example() {
    return load(EXAMPLE);
  }

  /** An API with 2,000 operations. */
  static GeneratedApi large() {
    return load(LARGE);
  }

  private static GeneratedApi load(String name) {
    Path jar = Path.of(System.getProperty(FOLDER, "."), name + ".jar");
    try {
      ServerDefinition definition = definition(jar);
      ApiOperations operations = new ApiOperations(definition);
      Guard guard = new Guard(AccessNames.of(definition.vendor()));
      Caller caller =
          new Caller(
              AccessMode.FULL_ACCESS,
              AuthMode.USER,
              Optional.empty(),
              Optional.of(Secret.of("bench-key-0123456789")));
      return new GeneratedApi(operations, guard, caller);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(jar + " contains no server", e);
    }
  }

  /** The definition is a constant of the class beside the main class. */
  private static ServerDefinition definition(Path jar)
      throws IOException, ReflectiveOperationException {
    String main;
    try (JarFile file = new JarFile(jar.toFile())) {
      main = file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
    }
    // Stays open: handlers are loaded when they are first used.
    ClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, GeneratedApi.class.getClassLoader());
    String api = main.replaceFirst("Server$", "Api");
    return (ServerDefinition) Class.forName(api, true, loader).getField("DEFINITION").get(null);
  }

  /** The number of an operation in the catalog. */
  int ordinal(String id) {
    return operations.catalog().find(id).orElseThrow();
  }

  OperationHandler handler(String id) {
    return operations.handler(operations.catalog().card(ordinal(id)));
  }

  /** The guard's permission for the caller. */
  Permit permit(String id) {
    return (Permit) guard.decide(handler(id).operation(), caller);
  }
}
