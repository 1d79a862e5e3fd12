package dev.dragoman.runtime.library;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A library that the runtime needs, and the oldest version with which it works. A dependency
 * management that was made for something else, such as the parent POM of Spring Boot, may choose an
 * older one, with which classes or methods are missing.
 *
 * @param minimum the oldest version
 * @param tested the version with which the runtime is built
 * @param use what the library is needed for
 */
public record RequiredLibrary(
    String groupId, String artifactId, String minimum, String tested, Use use) {
  private static final String JACKSON = "tools.jackson.core";
  private static final String JACKSON_TESTED = "3.2.4";
  private static final String JETTY = "org.eclipse.jetty";
  private static final String JETTY_TESTED = "12.1.14";

  /** What a library is needed for. */
  public enum Use {
    /** Every server. */
    ALWAYS,
    /** Servers with a socket of their own; a servlet does without. */
    OWN_SOCKET
  }

  /** Annotations of Jackson 2 are part of Jackson 3, whose releases need one each. */
  private static final RequiredLibrary ANNOTATIONS =
      always("com.fasterxml.jackson.core", "jackson-annotations", "2.21", "2.22");

  private static final List<RequiredLibrary> ALL =
      List.of(
          always(JACKSON, "jackson-databind", "3.1", JACKSON_TESTED),
          always(JACKSON, "jackson-core", "3.1", JACKSON_TESTED),
          ANNOTATIONS,
          always("org.apache.httpcomponents.client5", "httpclient5", "5.6", "5.6.5"),
          always("org.apache.httpcomponents.core5", "httpcore5", "5.4", "5.4.4"),
          always("org.apache.httpcomponents.core5", "httpcore5-h2", "5.4", "5.4.4"),
          always("org.slf4j", "slf4j-api", "2.0", "2.0.20"),
          socket("jetty-server"),
          socket("jetty-http"),
          socket("jetty-io"),
          socket("jetty-util"));

  private static RequiredLibrary always(
      String groupId, String artifactId, String minimum, String tested) {
    return new RequiredLibrary(groupId, artifactId, minimum, tested, Use.ALWAYS);
  }

  private static RequiredLibrary socket(String artifactId) {
    return new RequiredLibrary(JETTY, artifactId, "12.0", JETTY_TESTED, Use.OWN_SOCKET);
  }

  /** All libraries whose versions matter. */
  public static List<RequiredLibrary> all() {
    return ALL;
  }

  /**
   * The libraries that are too old.
   *
   * @param version returns the version of a group and an artifact; empty if it is unknown, which is
   *     not a problem
   * @param ownSocket whether the server listens itself
   */
  public static List<Unsuitable> unsuitable(
      BiFunction<String, String, Optional<String>> version, boolean ownSocket) {
    // One that is too old will be replaced, too.
    String jackson =
        version
            .apply(JACKSON, "jackson-databind")
            .filter(ALL.get(0)::accepts)
            .orElse(JACKSON_TESTED);
    return ALL.stream()
        .filter(library -> ownSocket || library.use() == Use.ALWAYS)
        .map(library -> library.beside(jackson))
        .flatMap(
            library ->
                version
                    .apply(library.groupId(), library.artifactId())
                    .filter(found -> !library.accepts(found))
                    .map(found -> Stream.of(new Unsuitable(library, found)))
                    .orElseGet(Stream::of))
        .toList();
  }

  /** Jackson 3.N needs the annotations 2.(20 + N). */
  private RequiredLibrary beside(String jackson) {
    // By the id: the first comparison of two records would cost a server's start 60 classes.
    boolean newer = isAtLeast(jackson, "3.2") && artifactId.equals(ANNOTATIONS.artifactId());
    return newer ? always(groupId, artifactId, "2.22", tested) : this;
  }

  private boolean accepts(String version) {
    return isAtLeast(version, minimum);
  }

  private static boolean isAtLeast(String version, String minimum) {
    return LibraryVersion.of(version).compareTo(LibraryVersion.of(minimum)) >= 0;
  }

  /**
   * A library that is too old.
   *
   * @param found its version
   */
  public record Unsuitable(RequiredLibrary library, String found) {
    /** A sentence without a full stop: which artifact, which version, and which one is needed. */
    public String inWords() {
      return "%s:%s %s is too old, %s or later is needed"
          .formatted(library.groupId(), library.artifactId(), found, library.minimum());
    }
  }
}
