package dev.dragoman.generator.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shell script of a bundle, with programs that say which Java they are. */
class LauncherTest {
  @TempDir Path folder;
  private Path script;

  /** An outcome: the exit code and both outputs. */
  private record Ran(int exit, String out, String err) {}

  /** The bundle is in a folder whose name has a meaning for shells and in class paths. */
  @BeforeEach
  void unpack() throws IOException {
    Path server = Files.createDirectories(folder.resolve("a b:c $(x)'d/server"));
    // Java of this computer, where installers put it, must not be found.
    String text =
        new String(new Packed(folder).files().get("server/launch.sh"), StandardCharsets.UTF_8)
            .replaceAll("(?m)^  /(usr|opt|home|Library)/", "  /nowhere/");
    script = Files.writeString(server.resolve("launch.sh"), text);
  }

  /** A program in this folder that says it is a version of Java, and repeats its arguments. */
  private String java(String home, String version) throws IOException {
    Path bin = Files.createDirectories(folder.resolve(home).resolve("bin"));
    Path java =
        Files.writeString(
            bin.resolve("java"),
            """
            #!/bin/sh
            if [ "$1" = -version ]; then
              echo 'Picked up JAVA_TOOL_OPTIONS: -Dx="1"' >&2
              echo 'openjdk version "%s" 2026-01-01' >&2
              echo 'OpenJDK Runtime Environment Lamp (build %s+9-LTS)' >&2
              cat
              exit 0
            fi
            case "$*" in
              *StartArchive*) printf '%%s|' "$@" > "$(pwd)/archive-of-%s.made"; exit 0 ;;
            esac
            echo "%s in $(pwd)"
            printf '%%s|' "$@"
            cat
            """
                .formatted(version, version, home, home));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return folder.resolve(home).toString();
  }

  private Ran run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().putAll(environment);
    Path tools = tools();
    builder
        .environment()
        .computeIfPresent("PATH", (name, path) -> path.replace("/usr/bin:/bin", tools.toString()));
    Path input = Files.writeString(folder.resolve("input"), "message\n");
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        builder
            .redirectInput(input.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** The programs that the script uses, without the java that may be beside them. */
  private Path tools() throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : List.of("dirname", "sed", "head", "cat", "chmod", "sleep")) {
      String program = Files.exists(Path.of("/usr/bin", tool)) ? "/usr/bin/" : "/bin/";
      Path wrapper =
          Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec " + program + tool + " \"$@\"\n");
      Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return tools;
  }

  @Test
  void theServerIsStartedInItsFolderWithAllArguments() throws Exception {
    Ran ran = run(Map.of("JAVA_HOME", java("home", "17.0.15")), "--feedback", "${HOME}/a b.jsonl");

    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .startsWith("home in " + script.getParent() + "\n")
        .contains(
            "|-cp|server.jar:lib/*|com.example.LampServer|--stdio|--feedback|${HOME}/a b.jsonl|")
        .endsWith("|message\n");
  }

  @Test
  void theArchiveIsThatOfTheJavaThatRunsAndIsMadeOnce() throws Exception {
    Map<String, String> environment = Map.of("JAVA_HOME", java("home", "17.0.15"));
    Path server = script.getParent();

    assertThat(run(environment).out())
        .contains("-XX:SharedArchiveFile=server-stdio-17.0.15+9-LTS.jsa|", "-Xlog:disable|");
    Path made = server.resolve("archive-of-home.made");
    awaitText(made);
    assertThat(made)
        .content()
        .isEqualTo(
            "-cp|server.jar:lib/*|dev.dragoman.runtime.start.StartArchive|stdio|"
                + "com.example.LampServer|");

    Files.delete(made);
    run(environment);
    run(Map.of("JAVA_HOME", java("other", "25.0.3")));
    awaitText(server.resolve("archive-of-other.made"));
    assertThat(made).doesNotExist();
  }

  /** The archive is made some seconds after the start. */
  private static void awaitText(Path file) throws Exception {
    for (int tenth = 0; tenth < 300 && (!Files.exists(file) || Files.size(file) == 0); tenth++) {
      Thread.sleep(100);
    }
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void inAFolderThatCannotBeWrittenTheServerStartsWithout() throws Exception {
    Path server = script.getParent();
    Files.createDirectory(server.resolve("server-stdio-17.0.15+9-LTS.jsa.tried"));

    Ran ran = run(Map.of("JAVA_HOME", java("home", "17.0.15")));

    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"17", "17-ea", "17.0.1", "21", "25.0.1", "100"})
  void everyJavaSince17IsSuitable(String version) throws Exception {
    assertThat(run(Map.of("JAVA_HOME", java("home", version))).out()).startsWith("home in ");
  }

  @ParameterizedTest
  @CsvSource({"1.8.0_392,8", "11.0.2,11", "16,16", "1.7.0,7", "9-ea,9"})
  void anOlderJavaIsPassedOver(String version, String major) throws Exception {
    String old = java("old", version);
    String path = java("path", "21") + "/bin:/usr/bin:/bin";

    assertThat(run(Map.of("JAVA_HOME", old, "PATH", path)).out()).startsWith("path in ");

    Ran none = run(Map.of("JAVA_HOME", old));
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.out()).isEmpty();
    assertThat(none.err())
        .contains("The MCP server for Lamp requires Java 17 or later")
        .contains("Not suitable:", "old/bin/java (Java " + major + ")");
  }

  @Test
  void withoutAnyJavaItSaysWhatToInstall() throws Exception {
    Ran none = run(Map.of());

    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.out()).isEmpty();
    assertThat(none.err())
        .contains("https://adoptium.net", "restart the app", "JAVA_HOME")
        .doesNotContain("Not suitable");
  }

  @Test
  void theRuntimeOfTheBundleComesFirstEvenIfItsPermissionsWereLost() throws Exception {
    java("image", "21");
    Path runtime = Files.createDirectories(script.resolveSibling("runtime/bin"));
    Path own = Files.copy(folder.resolve("image/bin/java"), runtime.resolve("java"));
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(run(Map.of("JAVA_HOME", java("home", "25"))).out()).startsWith("image in ");
  }

  @Test
  void aHomeOfTheUserIsSearched() throws Exception {
    java("me/.sdkman/candidates/java/21.0.1-tem", "21.0.1");

    assertThat(run(Map.of("HOME", folder.resolve("me").toString())).out())
        .startsWith("me/.sdkman/candidates/java/21.0.1-tem in ");
  }

  @Test
  void aFileThatIsNoJavaIsPassedOver() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("broken/bin"));
    Files.setPosixFilePermissions(
        Files.writeString(bin.resolve("java"), "#!/bin/sh\nexit 3\n"),
        PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(run(Map.of("JAVA_HOME", folder.resolve("broken").toString())).err())
        .contains("Not suitable:", "broken/bin/java");
  }
}
