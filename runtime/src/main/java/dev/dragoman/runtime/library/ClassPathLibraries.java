package dev.dragoman.runtime.library;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The libraries with which this process runs. */
public final class ClassPathLibraries {
  private ClassPathLibraries() {}

  /**
   * What keeps a server from running, each in a sentence that says how to correct it. Uses none of
   * the libraries.
   *
   * @param ownSocket whether the server listens itself
   */
  public static List<String> problems(boolean ownSocket) {
    return RequiredLibrary.unsuitable(ClassPathLibraries::version, ownSocket).stream()
        .map(
            problem ->
                problem.inWords()
                    + ": manage "
                    + problem.library().groupId()
                    + ":"
                    + problem.library().artifactId()
                    + " at "
                    + problem.library().tested()
                    + " in <dependencyManagement> of the POM.")
        .toList();
  }

  /** The version that Maven wrote into a library's jar. */
  static Optional<String> version(String groupId, String artifactId) {
    String file = "META-INF/maven/" + groupId + "/" + artifactId + "/pom.properties";
    ClassLoader loader = ClassPathLibraries.class.getClassLoader();
    if (loader == null) {
      return Optional.empty();
    }
    try (InputStream content = loader.getResourceAsStream(file)) {
      if (content == null) {
        return Optional.empty();
      }
      Properties properties = new Properties();
      properties.load(content);
      return Optional.ofNullable(properties.getProperty("version"));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
