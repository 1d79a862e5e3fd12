package dev.dragoman.generator;

import dev.dragoman.generator.write.OutputWriter;
import dev.dragoman.generator.write.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether the output of the last run still stands for a request. */
final class UpToDateCheck {
  private final GenerationRequest request;
  private final Path stateFile;

  private UpToDateCheck(GenerationRequest request) {
    this.request = request;
    this.stateFile = request.folders().manifest().resolveSibling("state.txt");
  }

  static UpToDateCheck of(GenerationRequest request) {
    return new UpToDateCheck(request);
  }

  boolean isUpToDate() throws IOException {
    return State.read(stateFile).filter(this::matches).isPresent()
        && new OutputWriter(request.folders()).isComplete();
  }

  private boolean matches(State state) {
    return state.choices().equals(choices()) && state.inputsUnchanged();
  }

  /** A run that left something to be told does not stand: the next one tells it again. */
  void remember(Planned planned) throws IOException {
    if (!planned.lock().isSettled()) {
      Files.deleteIfExists(stateFile);
      return;
    }
    List<Path> inputs = planned.files();
    State.of(choices(), inputs).write(stateFile);
  }

  /** Everything but the files that decides what is written; a record prints all its components. */
  private String choices() {
    return State.digest(
        request.generatorVersion()
            + "\n"
            + request.input()
            + "\n"
            + request.options()
            + "\n"
            + request.folders()
            + "\n"
            + request.lock().fingerprint());
  }
}
