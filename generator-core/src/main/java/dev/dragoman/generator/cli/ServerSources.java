package dev.dragoman.generator.cli;

import dev.dragoman.generator.Progress;
import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** The sources of a server, which are generated if they are not up to date. */
interface ServerSources {
  /**
   * Sources to compile.
   *
   * @param mainClass the server's main class
   */
  record Compilable(OutputFolders folders, String mainClass) {
    public Compilable {
      Objects.requireNonNull(folders);
      Objects.requireNonNull(mainClass);
    }
  }

  /**
   * Generates what has changed.
   *
   * @param built whether there is an archive, which was built from what was generated last
   * @return what is to be compiled; empty if the archive is up to date
   * @throws dev.dragoman.generator.problem.GenerationException if a document is rejected
   * @throws dev.dragoman.generator.goal.GoalFailure if the settings or one of several documents are
   *     rejected
   * @throws IOException if a file cannot be read or written
   */
  Optional<Compilable> generate(boolean built, BuildLog log, Progress progress) throws IOException;
}
