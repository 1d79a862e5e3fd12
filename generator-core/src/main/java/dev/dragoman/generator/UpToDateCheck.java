package dev.dragoman.generator;

import dev.dragoman.generator.write.OutputWriter;
import dev.dragoman.generator.write.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Checks whether the output of the previous run is up to date for a request. */
final class UpToDateCheck {
  private final GenerationRequest request;
  private final Path stateFile;

  private UpToDateCheck(GenerationRequest request) {
    this.request = request;
    this.stateFile = State.beside(request.folders().manifest());
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
   * Records the inputs of the run as they were when they were read, so that a file edited in the
   * meantime counts as changed. Nothing is recorded for a run with differences from the lock,
   * because the next run has to report them again.
   */
  Note note(PlannedApi planned) {
    return new Note(
        stateFile,
        planned.lock().isSettled()
            ? Optional.of(new State(choices(planned.agreed()), planned.inputs()))
            : Optional.empty());
  }

  /**
   * The state to record when the files have been written; empty if the output is not up to date.
   */
  record Note(Path stateFile, Optional<State> state) {
    void write() throws IOException {
      if (state.isPresent()) {
        state.get().write(stateFile);
      } else {
        Files.deleteIfExists(stateFile);
      }
    }
  }

  /**
   * A digest of everything except the files that determines the output; records contain all their
   * components in {@code toString}.
   */
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
