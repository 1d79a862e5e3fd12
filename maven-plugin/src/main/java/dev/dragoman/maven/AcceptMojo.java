package dev.dragoman.maven;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.goal.AcceptGoal;
import dev.dragoman.generator.goal.Step;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Accepts what a document exposes: writes the lock file next to it and reports what changed. Commit
 * the lock file. When invoked as {@code accept@ID}, the goal uses the configuration of the
 * execution with that id; an execution without an id has the id {@code default}. Runs without a
 * POM.
 *
 * @since 0.1.0
 */
@Mojo(name = "accept", requiresProject = false, threadSafe = true)
public final class AcceptMojo extends AbstractReadingMojo {
  /**
   * Drops the former ids of renamed operations. Otherwise the lock keeps them, and agents can still
   * call the operations by them.
   */
  @Parameter(property = "dragoman.forgetFormerIds", defaultValue = "false")
  private boolean forgetFormerIds;

  @Override
  Step prepare(GenerationRequest request) {
    return new AcceptGoal(log(), forgetFormerIds).prepare(request);
  }
}
