package dev.dragoman.generator;

import dev.dragoman.generator.write.OutputWriter;
import dev.dragoman.generator.write.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
    return state.choices().equals(choices(request.lock().content())) && state.inputsUnchanged();
  }

  /**
   * Notes what the run read, as it was when it was read: whatever is edited meanwhile counts as
   * changed. A run that left something to be told does not stand: the next one tells it again.
   */
  Note note(PlannedApi planned) {
    return new Note(
        stateFile,
        planned.lock().isSettled()
            ? Optional.of(new State(choices(planned.agreed()), planned.inputs()))
            : Optional.empty());
  }

  /** What is noted once the files are written; empty when the output does not stand. */
  record Note(Path stateFile, Optional<State> state) {
    void write() throws IOException {
      if (state.isPresent()) {
        state.get().write(stateFile);
      } else {
        Files.deleteIfExists(stateFile);
      }
    }
  }

  /** Everything but the files that decides what is written; a record prints all its components. */
  private String choices(Optional<byte[]> lock) {
    return State.digest(
        request.generatorVersion()
            + "\n"
            + request.input()
            + "\n"
            + request.options()
            + "\n"
            + request.folders()
            + "\n"
            + request.lock().fingerprint(lock));
  }
}
