package dev.dragoman.maven;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.maven.project.GoalCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Runs a goal for the APIs of an execution: everything is prepared before the first file changes,
 * and problems of all APIs are reported at once. Nothing is written if one of them fails.
 */
final class Steps {
  private final GoalCommand command;
  private final List<MojoFailureException> failures = new ArrayList<>();

  /** Prepares one API. */
  interface Preparation {
    Step of(GenerationRequest request) throws IOException, MojoFailureException;
  }

  Steps(GoalCommand command) {
    this.command = command;
  }

  void run(List<GenerationRequest> requests, Preparation preparation) throws MojoFailureException {
    List<Step> steps = new ArrayList<>();
    for (GenerationRequest request : requests) {
      attempt(() -> steps.add(preparation.of(request)));
    }
    throwFailures(requests.size());
    for (Step step : steps) {
      attempt(step);
    }
    throwFailures(requests.size());
  }

  private void attempt(Step step) {
    try {
      step.finish();
    } catch (GenerationException e) {
      failures.add(Failures.of(e, command));
    } catch (IOException e) {
      failures.add(Failures.of(e));
    } catch (MojoFailureException e) {
      failures.add(e);
    }
  }

  private void throwFailures(int apis) throws MojoFailureException {
    if (failures.size() == 1 && apis == 1) {
      throw failures.get(0);
    }
    if (!failures.isEmpty()) {
      // A faulty configuration file fails for each API in the same way.
      Set<String> messages = new LinkedHashSet<>();
      failures.forEach(failure -> messages.add(failure.getMessage()));
      throw new MojoFailureException(
          "%d of %d APIs of this execution failed.%n%s"
              .formatted(failures.size(), apis, String.join(System.lineSeparator(), messages)),
          failures.get(0).getCause());
    }
  }
}
