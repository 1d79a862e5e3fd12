package dev.dragoman.generator.testing;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.options.GenerationOptions;
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
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A server generated into a folder, compiled and loaded as its user would. */
public final class GeneratedServer implements AutoCloseable {
  private static final String PACKAGE = "generated";

  private final Path folder;
  private final OutputFolders folders;
  private final ServerPlan plan;
  private final List<String> messages;
  private final URLClassLoader loader;

  private GeneratedServer(
      Path folder, ServerPlan plan, List<String> messages, URLClassLoader loader) {
    this.folder = folder;
    this.folders = OutputFolders.below(folder);
    this.plan = plan;
    this.messages = messages;
    this.loader = loader;
  }

  /** Generates and compiles. */
  public static GeneratedServer of(SpecInput input, Path folder) throws IOException {
    GenerationOptions options = GenerationOptions.inPackage(PACKAGE);
    OutputFolders folders = OutputFolders.below(folder);
    Generator.generate(new GenerationRequest(input, options, folders, "test"));
    ReadOptions reading =
        input.root().map(ReadOptions.DEFAULT::withRoot).orElse(ReadOptions.DEFAULT);
    Problems problems = new Problems();
    ServerPlan plan =
        Planner.plan(
            SpecReader.read(input.document(), reading, problems).model(), options, problems);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> messages = Compiler.compile(folders.sources(), classes);
    URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
    return new GeneratedServer(folder, plan, messages, loader);
  }

  public ServerPlan plan() {
    return plan;
  }

  /** What the compiler said with every lint switched on. */
  public List<String> messages() {
    return messages;
  }

  public Path sources() {
    return folders.sources();
  }

  public Path resources() {
    return folders.resources();
  }

  public Path classes() {
    return folder.resolve("classes");
  }

  /** A generated class by its name below the server's package. */
  public Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(PACKAGE + "." + name, true, loader);
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
    loader.close();
  }
}
