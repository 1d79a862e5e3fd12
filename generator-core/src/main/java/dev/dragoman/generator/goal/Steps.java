package dev.dragoman.generator.goal;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.problem.GenerationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs a goal for its APIs: everything is prepared before the first file changes, and problems of
 * all APIs are reported at once. Nothing is written if one of them fails.
 */
public final class Steps {
  private final SettingNames names;
  private final List<GoalFailure> failures = new ArrayList<>();

  /** Prepares one API. */
  public interface Preparation {
    /**
     * Performs all steps that can fail for one API, without changing any file.
     *
     * @throws GoalFailure if the goal fails for this API
     */
    Step of(GenerationRequest request) throws IOException;
  }

  public Steps(SettingNames names) {
    this.names = names;
  }

  /**
   * Runs the goal.
   *
   * @throws GoalFailure with the problems of all APIs
   */
  public void run(List<GenerationRequest> requests, Preparation preparation) {
    run(requests, preparation, () -> {});
  }

  /**
   * Runs the goal, and a last step if it has succeeded for all APIs.
   *
   * @throws GoalFailure with the problems of all APIs
   */
  public void run(List<GenerationRequest> requests, Preparation preparation, Step last) {
    List<Step> steps = new ArrayList<>();
    for (GenerationRequest request : requests) {
      attempt(() -> steps.add(preparation.of(request)));
    }
    throwFailures(requests.size());
    for (Step step : steps) {
      attempt(step);
    }
    throwFailures(requests.size());
    attempt(last);
    throwFailures(requests.size());
  }

  private void attempt(Step step) {
    try {
      step.finish();
    } catch (GenerationException e) {
      failures.add(Failures.of(e, names));
    } catch (IOException e) {
      failures.add(Failures.of(e));
    } catch (GoalFailure e) {
      failures.add(e);
    }
  }

  private void throwFailures(int apis) {
    if (failures.size() == 1 && apis == 1) {
      throw failures.get(0);
    }
    if (!failures.isEmpty()) {
      // A faulty configuration file fails for each API in the same way.
      Set<String> messages = new LinkedHashSet<>();
      failures.forEach(failure -> messages.add(String.valueOf(failure.getMessage())));
      throw new GoalFailure(
          "%d of %d APIs failed.%n%s"
              .formatted(failures.size(), apis, String.join(System.lineSeparator(), messages)),
          failures.get(0).getCause());
    }
  }
}
