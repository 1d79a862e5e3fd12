package dev.dragoman.generator.testing;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.config.Configuration;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.write.OutputFolders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document built into a server as a user would: generated, compiled, and run as a process of its
 * own in front of an upstream that records the exact requests.
 */
public final class LiveApi {
  private static final String PACKAGE = "generated";

  private final String name;
  private final OutputFolders folders;
  private final Path classes;
  private final List<Problem> warnings;

  private LiveApi(String name, OutputFolders folders, Path classes, List<Problem> warnings) {
    this.name = name;
    this.folders = folders;
    this.classes = classes;
    this.warnings = List.copyOf(warnings);
  }

  /** Builds a document; its variables begin with {@code WIRE_}. */
  public static LiveApi build(String document, Path folder) throws IOException {
    return build(document, "", folder);
  }

  /**
   * Builds a document with a configuration.
   *
   * @param configuration the text of a configuration file; empty for none
   */
  public static LiveApi build(String document, String configuration, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    Path file = Files.writeString(folder.resolve("api.yaml"), document);
    GenerationOptions options =
        new GenerationOptions(Optional.of("Wire"), PACKAGE, Optional.empty());
    if (!configuration.isEmpty()) {
      Path settings = Files.writeString(folder.resolve("config.yaml"), configuration);
      options = options.withOperator(Configuration.read(settings).choices());
    }
    OutputFolders folders = OutputFolders.below(folder.resolve("generated"));
    List<Problem> warnings =
        Generator.generate(new GenerationRequest(SpecInput.of(file), options, folders, "test"))
            .warnings();
    Compilation compilation = Compilations.compile(folders.sources());
    assertThat(compilation).succeededWithoutWarnings();
    Path classes = CompiledClasses.write(compilation, folder.resolve("classes"));
    return new LiveApi("Wire", folders, classes, warnings);
  }

  /** What the generator warned of, as it is printed. */
  public List<String> warnings() {
    return warnings.stream().map(Problem::toString).toList();
  }

  /** The command that runs the server with flags. */
  private List<String> command(List<String> flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(
        String.join(
            File.pathSeparator,
            classes.toString(),
            folders.resources().toString(),
            System.getProperty("java.class.path")));
    command.add(PACKAGE + "." + name + "Server");
    command.addAll(flags);
    return command;
  }

  /** The server over standard streams, with full access and the given variables. */
  public LiveSession stdio(Map<String, String> variables, String... flags) throws IOException {
    LiveUpstream upstream = new LiveUpstream();
    List<String> all = new ArrayList<>(List.of("--stdio", "--feedback", "off"));
    all.addAll(List.of("--base-url", upstream.url()));
    all.addAll(List.of(flags));
    ProcessBuilder builder = new ProcessBuilder(command(all));
    builder.environment().put("WIRE_ACCESS_MODE", "full-access");
    builder.environment().putAll(variables);
    return LiveSession.stdio(builder.start(), upstream);
  }

  /** The server over HTTP; each call sends the given headers. */
  public LiveSession http(Map<String, String> headers, String... flags) throws IOException {
    LiveUpstream upstream = new LiveUpstream();
    List<String> all = new ArrayList<>(List.of("--port", "0", "--feedback", "off"));
    all.addAll(List.of("--base-url", upstream.url()));
    all.addAll(List.of(flags));
    return LiveSession.http(new ProcessBuilder(command(all)).start(), upstream, headers);
  }
}
