package dev.dragoman.maven.project;

import dev.dragoman.runtime.library.RequiredLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks the versions that Maven chose for the libraries of the runtime: a parent or a BOM, such as
 * that of Spring Boot, may manage some of them at versions with which a server ends at its start.
 */
final class LibraryVersions {
  private static final String GROUP = "dev.dragoman";

  private LibraryVersions() {}

  /** All libraries that are too old, and what to paste. */
  static Optional<String> problem(BuildContext context) {
    boolean ownSocket = !context.hasLibrary(GROUP, "dragoman-servlet");
    List<RequiredLibrary.Unsuitable> unsuitable =
        RequiredLibrary.unsuitable(context::libraryVersion, ownSocket);
    if (unsuitable.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "The dependency management of this project, or of its parent, chooses libraries with which"
            + " the server cannot run:");
    unsuitable.forEach(problem -> lines.add("- " + problem.inWords()));
    lines.add("Add to the POM of this project:");
    lines.add("  <dependencyManagement>");
    lines.add("    <dependencies>");
    unsuitable.forEach(problem -> lines.addAll(managed(problem.library())));
    lines.add("    </dependencies>");
    lines.add("  </dependencyManagement>");
    return Optional.of(String.join(System.lineSeparator(), lines));
  }

  private static List<String> managed(RequiredLibrary library) {
    return List.of(
        "      <dependency>",
        "        <groupId>" + library.groupId() + "</groupId>",
        "        <artifactId>" + library.artifactId() + "</artifactId>",
        "        <version>" + library.tested() + "</version>",
        "      </dependency>");
  }
}
