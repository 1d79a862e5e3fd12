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
    JarNames names = JarNames.ofProcess();
    boolean suitable =
        RequiredLibrary.unsuitable(
                (groupId, artifactId) ->
                    names.version(artifactId).or(() -> version(groupId, artifactId)),
                ownSocket)
            .isEmpty();
    // A name is enough to accept a library, but not to refuse one: jars can be renamed.
    return suitable
        ? List.of()
        : RequiredLibrary.unsuitable(ClassPathLibraries::version, ownSocket).stream()
            .map(ClassPathLibraries::inWords)
            .toList();
  }

  private static String inWords(RequiredLibrary.Unsuitable problem) {
    return problem.inWords()
        + ": manage "
        + problem.library().groupId()
        + ":"
        + problem.library().artifactId()
        + " at "
        + problem.library().tested()
        + " in <dependencyManagement> of the POM.";
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
