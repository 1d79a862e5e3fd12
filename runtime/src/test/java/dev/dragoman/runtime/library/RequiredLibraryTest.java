package dev.dragoman.runtime.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredLibraryTest {
  private static final String ANNOTATIONS = "com.fasterxml.jackson.core:jackson-annotations";
  private static final String DATABIND = "tools.jackson.core:jackson-databind";

  private static String unsuitable(Map<String, String> versions, boolean ownSocket) {
    return RequiredLibrary.unsuitable(
            (group, artifact) -> Optional.ofNullable(versions.get(group + ":" + artifact)),
            ownSocket)
        .stream()
        .map(RequiredLibrary.Unsuitable::inWords)
        .toList()
        .toString();
  }

  @ParameterizedTest
  @CsvSource({
    "3.2.4, 2.19.2, 2.22",
    "3.2.4, 2.21, 2.22",
    "3.2.0, 2.21.9, 2.22",
    "3.1.4, 2.20, 2.21",
    "3.1.4, 2.9.10, 2.21",
  })
  void annotationsMustFitJackson(String databind, String annotations, String needed) {
    assertThat(unsuitable(Map.of(DATABIND, databind, ANNOTATIONS, annotations), true))
        .isEqualTo(
            "["
                + ANNOTATIONS
                + " "
                + annotations
                + " is too old, "
                + needed
                + " or later is needed]");
  }

  @ParameterizedTest
  @CsvSource({"3.2.4, 2.22", "3.2.4, 2.22-rc1", "3.2.4, 2.23.1", "3.1.4, 2.21", "3.1.4, 2.21.0"})
  void laterOnesFit(String databind, String annotations) {
    assertThat(unsuitable(Map.of(DATABIND, databind, ANNOTATIONS, annotations), true))
        .isEqualTo("[]");
  }

  @Test
  void annotationsMustFitTheJacksonThatReplacesAnOldOne() {
    assertThat(unsuitable(Map.of(DATABIND, "3.0.4", ANNOTATIONS, "2.21"), true))
        .contains(DATABIND + " 3.0.4 is too old, 3.1 or later")
        .contains(ANNOTATIONS + " 2.21 is too old, 2.22 or later");
  }

  @Test
  void jettyMattersForASocketOfItsOwnOnly() {
    Map<String, String> versions = Map.of("org.eclipse.jetty:jetty-server", "11.0.26");
    assertThat(unsuitable(versions, true)).contains("jetty-server 11.0.26 is too old, 12.0 or");
    assertThat(unsuitable(versions, false)).isEqualTo("[]");
  }

  @Test
  void anUnknownVersionIsNoProblem() {
    assertThat(unsuitable(Map.of(), true)).isEqualTo("[]");
    assertThat(ClassPathLibraries.version("com.example", "none")).isEmpty();
  }

  /** What users are told to paste is what these tests run with. */
  @Test
  void theTestedVersionsAreThoseOfThisBuild() {
    assertThat(RequiredLibrary.all())
        .allSatisfy(
            library ->
                assertThat(ClassPathLibraries.version(library.groupId(), library.artifactId()))
                    .as(library.artifactId())
                    .hasValue(library.tested()));
    assertThat(ClassPathLibraries.problems(true)).isEmpty();
  }
}
