package dev.dragoman.generator.testing;

import com.google.testing.compile.Compilation;
import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.options.OperatorChoices;
import dev.dragoman.generator.plan.GroupPlan;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.spec.source.ReadOptions;
import dev.dragoman.generator.write.OutputFolders;
import dev.dragoman.runtime.OperationHandler;
import dev.dragoman.runtime.ServerDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A server generated into a folder, compiled and loaded as its user would. */
public final class GeneratedServer implements AutoCloseable {
  private static final String PACKAGE = "generated";

  private final Path folder;
  private final OutputFolders folders;
  private final ServerPlan plan;
  private final Compilation compilation;
  private final CompiledClasses classes;

  private GeneratedServer(Path folder, ServerPlan plan, Compilation compilation) {
    this.folder = folder;
    this.folders = OutputFolders.below(folder);
    this.plan = plan;
    this.compilation = compilation;
    this.classes = new CompiledClasses(compilation, GeneratedServer.class.getClassLoader());
  }

  /** Generates and compiles. */
  public static GeneratedServer of(SpecInput input, Path folder) throws IOException {
    return of(input, GenerationOptions.inPackage(PACKAGE), folder);
  }

  /** Generates and compiles, with the typed requests and the client for Java developers. */
  public static GeneratedServer withClient(SpecInput input, Path folder) throws IOException {
    OperatorChoices choices = OperatorChoices.NONE.withClient();
    return of(input, GenerationOptions.inPackage(PACKAGE).withOperator(choices), folder);
  }

  private static GeneratedServer of(SpecInput input, GenerationOptions options, Path folder)
      throws IOException {
    OutputFolders folders = OutputFolders.below(folder);
    Generator.generate(new GenerationRequest(input, options, folders, "test"));
    ReadOptions reading =
        input.root().map(ReadOptions.DEFAULT::withRoot).orElse(ReadOptions.DEFAULT);
    Problems problems = new Problems();
    ServerPlan plan =
        Planner.plan(
            SpecReader.read(input.document(), reading, problems).model(), options, problems);
    return new GeneratedServer(folder, plan, Compilations.compile(folders.sources()));
  }

  /**
   * Compiles the server with one more source, or with another one in the place of its own.
   *
   * @param file the source's path below the server's package
   */
  public Compilation compileWith(String file, String text) throws IOException {
    Map<String, String> sources = Compilations.read(folders.sources());
    sources.put(PACKAGE + "/" + file, text);
    return Compilations.compile(sources);
  }

  /** The compilation, with every lint switched on. */
  public Compilation compilation() {
    return compilation;
  }

  public ServerPlan plan() {
    return plan;
  }

  /** What the compiler said. */
  public List<String> messages() {
    return Compilations.messages(compilation);
  }

  public Path sources() {
    return folders.sources();
  }

  public Path resources() {
    return folders.resources();
  }

  /** A folder of the compiled classes, for a process of its own. */
  public Path writtenClasses() throws IOException {
    return CompiledClasses.write(compilation, folder.resolve("classes"));
  }

  /** A generated class by its name below the server's package. */
  public Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(PACKAGE + "." + name, true, classes);
  }

  /** The handler of an operation, found the way the server finds it. */
  public OperationHandler handler(OperationPlan operation) throws ReflectiveOperationException {
    ServerDefinition definition =
        (ServerDefinition) load(plan.apiClass()).getField("DEFINITION").get(null);
    GroupPlan group =
        plan.groups().stream()
            .filter(one -> one.operations().contains(operation))
            .findFirst()
            .orElseThrow();
    return Objects.requireNonNull(
        definition.groups().apply(group.number()).find(operation.id()), operation.id());
  }

  @Override
  public void close() throws IOException {
    classes.close();
  }
}
