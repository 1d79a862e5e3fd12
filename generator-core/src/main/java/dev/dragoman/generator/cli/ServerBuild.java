package dev.dragoman.generator.cli;

import dev.dragoman.generator.Progress;
import dev.dragoman.generator.goal.GoalFailure;
import dev.dragoman.generator.problem.GenerationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds the archive of a server, unless it is up to date. */
public final class ServerBuild {
  private final ServerSources sources;
  private final ServerJar jar;
  private final BuildLog log;

  private ServerBuild(ServerSources sources, ServerJar jar, BuildLog log) {
    this.sources = sources;
    this.jar = jar;
    this.log = log;
  }

  /**
   * Creates a build of a server of one API, or of one server of several, which has not started yet.
   *
   * @param documents one per API
   * @param combinedName the own name of a server of several APIs
   * @param common the settings of all APIs; its document is not used
   * @param libraries the folders with the server's libraries
   * @param log receives messages, line by line
   */
  public static ServerBuild of(
      List<NamedDocument> documents,
      Optional<String> combinedName,
      ServerSpec common,
      List<Path> libraries,
      Consumer<String> log) {
    boolean one = documents.size() == 1 && combinedName.isEmpty();
    return new ServerBuild(
        one
            ? new OneApiSources(common.of(documents.get(0)))
            : new SeveralApisSources(new SeveralSpec(combinedName, documents, common)),
        new ServerJar(common.out(), libraries),
        new BuildLog(log));
  }

  /** The location of the archive. */
  public Path jar() {
    return jar.jar();
  }

  /** Builds the archive; false if that failed, for a reason that was written to the log. */
  public boolean succeeds() {
    try (Progress progress = Progress.to(log::info)) {
      build(progress);
      return true;
    } catch (GenerationException | GoalFailure | CompilationException e) {
      log.warn(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      log.warn("Cannot build the server: " + e);
    }
    return false;
  }

  private void build(Progress progress) throws IOException {
    Optional<ServerSources.Compilable> changed = sources.generate(jar.isBuilt(), log, progress);
    if (changed.isPresent()) {
      jar.build(changed.get().folders(), changed.get().mainClass());
    }
  }
}
