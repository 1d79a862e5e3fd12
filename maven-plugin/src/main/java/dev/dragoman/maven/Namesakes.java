package dev.dragoman.maven;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.goal.GoalFailure;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Detects two executions of one project that would overwrite each other's classes. */
final class Namesakes {
  private Namesakes() {}

  /**
   * Records the package that an execution generates.
   *
   * @throws GoalFailure if another execution has generated the same package in this build
   */
  static void refuse(MavenProject project, MojoExecution run, GenerationRequest request) {
    String packageName = request.options().packageName();
    String key = run.getGoal() + " " + packageName + " " + request.folders().sources();
    Claim mine = new Claim(run.getExecutionId(), request.input().document().toString());
    Object other = project.getContextValue(key);
    if (other instanceof Claim claim && !claim.execution().equals(mine.execution())) {
      throw new GoalFailure(
          "%s and %s: two APIs have the package %s, in the executions %s and %s. Give one of them"
                  .formatted(
                      claim.document(),
                      mine.document(),
                      packageName,
                      claim.execution(),
                      mine.execution())
              + " another <packageName>.");
    }
    project.setContextValue(key, mine);
  }

  private record Claim(String execution, String document) {}
}
