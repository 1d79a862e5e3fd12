package dev.dragoman.generator;

import static dev.dragoman.generator.testing.LampProject.OVERLAY;
import static dev.dragoman.generator.testing.LampProject.SPEC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.lock.LockPolicy;
import dev.dragoman.generator.lock.LockPolicy.Mode;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.testing.LampProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Touching any one input generates again; touching anything else does not. */
class FingerprintTest {
  @TempDir Path folder;
  private GenerationRequest request;

  /** What is done to an input, and the request that follows. */
  private interface Touch {
    GenerationRequest apply(Path folder, GenerationRequest request) throws IOException;
  }

  @BeforeEach
  void generate() throws IOException {
    LampProject.write(folder);
    Files.writeString(folder.resolve("other.yaml"), "type: string\n");
    request = LampProject.request(folder);
    LockAcceptance.accept(request);
    Generator.generate(request);
  }

  static Stream<Arguments> inputs() {
    return Stream.of(
        input("document", (f, r) -> write(f.resolve("lamp.yaml"), SPEC + "# more\n", r)),
        input("referenced file", (f, r) -> write(f.resolve("id.yaml"), "type: string \n", r)),
        input("overlay", (f, r) -> write(f.resolve("overlay.yaml"), OVERLAY + "# more\n", r)),
        input(
            "no overlay",
            (f, r) ->
                with(
                    r, spec(f, Optional.empty(), Set.of(), List.of()), r.options(), "1", r.lock())),
        input("lock removed", (f, r) -> delete(f.resolve("lamp.lock"), r)),
        input("generator version", (f, r) -> with(r, r.input(), r.options(), "2", r.lock())),
        input("lock mode", (f, r) -> r.withLock(new LockPolicy(r.lock().file(), Mode.WARN))),
        input("no lock heeded", (f, r) -> r.withLock(LockPolicy.NONE)),
        input(
            "root",
            (f, r) ->
                with(r, spec(f, Optional.of(f.getParent()), Set.of()), r.options(), "1", r.lock())),
        input(
            "allowed hosts",
            (f, r) -> with(r, spec(f, Optional.empty(), Set.of("h")), r.options(), "1", r.lock())),
        input(
            "API name", (f, r) -> chosen(r, Optional.of("Bulb"), "com.example", Optional.empty())),
        input("package", (f, r) -> chosen(r, Optional.empty(), "com.other", Optional.empty())),
        input(
            "base URL",
            (f, r) ->
                chosen(r, Optional.empty(), "com.example", Optional.of("https://lamp.example"))),
        input(
            "output gone", (f, r) -> delete(f.resolve("out/sources/com/example/LampApi.java"), r)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void anInputGeneratesAgain(String name, Touch touch) throws IOException {
    GenerationRequest next = touch.apply(folder, request);
    assertThat(Generator.generateIfStale(next)).isPresent();
    assertThat(Generator.generateIfStale(next)).as("settled").isEmpty();
  }

  @Test
  void anotherLockIsAnotherInput() throws IOException {
    String lock = Files.readString(folder.resolve("lamp.lock"));
    GenerationRequest relaxed = request.withLock(new LockPolicy(request.lock().file(), Mode.WARN));
    Generator.generate(relaxed);
    assertThat(Generator.generateIfStale(relaxed)).isEmpty();
    Files.writeString(folder.resolve("lamp.lock"), lock.replace("\n", "\r\n"));
    assertThat(Generator.generateIfStale(relaxed)).isPresent();
  }

  static Stream<Arguments> others() {
    return Stream.of(
        input("nothing", (f, r) -> r),
        input("a file nobody refers to", (f, r) -> write(f.resolve("other.yaml"), "type: a\n", r)),
        input("a new file", (f, r) -> write(f.resolve("new.yaml"), "type: a\n", r)),
        input("the same bytes", (f, r) -> write(f.resolve("lamp.yaml"), SPEC, r)),
        input(
            "time of the document",
            (f, r) -> {
              Files.setLastModifiedTime(f.resolve("lamp.yaml"), FileTime.fromMillis(1));
              return r;
            }),
        input(
            "an equal request",
            (f, r) -> with(r, spec(f, Optional.empty(), Set.of()), r.options(), "1", r.lock())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void nothingElseDoes(String name, Touch touch) throws IOException {
    assertThat(Generator.generateIfStale(touch.apply(folder, request))).isEmpty();
  }

  private static Arguments input(String name, Touch touch) {
    return Arguments.of(name, touch);
  }

  private static SpecInput spec(Path folder, Optional<Path> root, Set<String> hosts) {
    return spec(folder, root, hosts, List.of(folder.resolve("overlay.yaml")));
  }

  private static SpecInput spec(
      Path folder, Optional<Path> root, Set<String> hosts, List<Path> overlays) {
    return new SpecInput(folder.resolve("lamp.yaml"), root, hosts, overlays);
  }

  private static GenerationRequest chosen(
      GenerationRequest r, Optional<String> name, String packageName, Optional<String> url) {
    return with(r, r.input(), new GenerationOptions(name, packageName, url), "1", r.lock());
  }

  private static GenerationRequest with(
      GenerationRequest r,
      SpecInput input,
      GenerationOptions options,
      String version,
      LockPolicy l) {
    return new GenerationRequest(input, options, r.folders(), version, l);
  }

  private static GenerationRequest write(Path file, String text, GenerationRequest r)
      throws IOException {
    Files.writeString(file, text);
    return r;
  }

  private static GenerationRequest delete(Path file, GenerationRequest r) throws IOException {
    Files.delete(file);
    return r;
  }
}
