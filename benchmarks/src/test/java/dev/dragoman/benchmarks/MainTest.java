package dev.dragoman.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Arguments are read here and nothing is measured: no command of these tests gets to its work. */
class MainTest {
  private static final Pattern DOCUMENTED = Pattern.compile("\\./bench ([a-z]+)");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void aDocument() throws IOException {
    Files.writeString(folder.resolve("api.yaml"), "openapi: 3.1.0");
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .execute(arguments);
  }

  /** The words of a line, with the folder and the document of this test for DIR and FILE. */
  private String[] words(String line) {
    return Stream.of(line.strip().split(" +", -1))
        .map(word -> word.replace("DIR", folder.toString()))
        .map(word -> word.replace("FILE", folder.resolve("api.yaml").toString()))
        .toArray(String[]::new);
  }

  private static Set<String> commands() {
    return Main.commandLine().getSubcommands().keySet();
  }

  @Test
  void withoutArgumentsEveryCommandIsListedInOneLine() {
    assertThat(run()).isEqualTo(2);
    List<String> listed =
        err.toString()
            .lines()
            .dropWhile(line -> !line.equals("Commands:"))
            .skip(1)
            .takeWhile(line -> !line.isBlank())
            .toList();
    assertThat(listed).hasSameSizeAs(commands());
    assertThat(listed).allMatch(line -> line.matches(" {2}[a-z]+ +[A-Z].*[.]"));
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandDescribesItsArgumentsOnStandardOutput(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("Usage: ./bench " + command, "xit code 1", "--help");
    assertThat(Main.commandLine().getSubcommands().get(command).getCommandSpec().args())
        .allSatisfy(argument -> assertThat(argument.description()).isNotEmpty());
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "corpus DIR",
        "diff",
        "diff FILE FILE",
        "faults",
        "faults --quick",
        "hostile DIR",
        "mutants DIR",
        "mutants DIR --kind faults",
        "mutants DIR --kind random --seed 7 --count 1",
        "micro",
        "micro Searching --quick",
        "micro WholeCalls.execute --java FILE",
        "peer FILE",
        "replicas --quick",
        "reproducible DIR",
        "reproducible DIR --maven",
        "reproducible --maven DIR",
        "scale",
        "scale 100",
        "scale 100 1000",
        "scale --megabytes",
        "scale --megabytes 5",
        "search DIR",
        "search DIR --lexical --mean one,two --mean three --misses one --leave-one-out --ablation",
        "search --predictions out DIR --set title=1.5 --set head=0",
        "search --answers DIR",
        "search --answers DIR --each",
        "search --usable DIR",
        "search --usable DIR --hits 3 --seed -4",
        "search --bad DIR",
        "scripts",
        "scripts --heap 256m --callers 3",
        "soak",
        "soak --quick",
        "soak --minutes 0.5 --heap 1g",
        "startup",
        "startup --quick",
        "startup --quick --spec FILE --java DIR --java DIR",
        "startup --search FILE FILE",
        "startup --search FILE FILE 3",
        "stop --quick",
        "structure",
        "throughput --quick",
        "throughput --java FILE --java DIR",
        "throughput --kind execute,SEARCH --quick"
      })
  void whatTheDocumentsWriteIsUnderstood(String line) {
    ParseResult parsed = Main.commandLine().parseArgs(words(line));
    List<Exception> errors = new ArrayList<>(parsed.errors());
    errors.addAll(parsed.subcommand().errors());
    assertThat(errors).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '"',
      value = {
        "serch DIR                              -> Unknown command: serch. Did you mean search?",
        "nothing-of-the-kind                    -> Unknown command: nothing-of-the-kind",
        "--quick                                -> Unknown option: --quick",
        "corpus                                 -> Missing required parameter: 'DIR'",
        "corpus DIR DIR                         -> Unexpected argument: DIR",
        "corpus DIR --maven                     -> Unknown option: --maven",
        "corpus none                            -> Invalid value for positional parameter at index 0 (DIR): 'none' is not a folder",
        "peer DIR                               -> Invalid value for positional parameter at index 0 (SPEC): 'DIR' is not a file",
        "diff FILE                              -> Missing required argument(s): NEW",
        "faults --quik                          -> Unknown option: --quik. Did you mean --quick?",
        "mutants DIR --kind odd                 -> Invalid value for option '--kind': expected one of [RANDOM, FAULTS] (case-insensitive) but was 'odd'",
        "mutants DIR --count 0                  -> Invalid value for option '--count': '0' is not a number from 1 to 999999",
        "mutants DIR --seed x                   -> Invalid value for option '--seed': 'x' is not a long",
        "scale 0                                -> Invalid value for positional parameter at index 0..* (N): '0' is not a number from 1 to 999999",
        "scale 1 --megabytes 5                  -> These arguments cannot be combined:",
        "search                                 -> Missing arguments:",
        "search DIR --answers DIR               -> These arguments cannot be combined:",
        "search DIR DIR                         -> These arguments cannot be combined:",
        "search DIR --set head=x                -> Invalid value for option '--set' (WEIGHT=VALUE): 'x' is not a number",
        "search --each                          -> Missing required argument(s): --answers=SPECS",
        "search --usable DIR --hits none        -> Invalid value for option '--hits': 'none' is not a number from 1 to 999999",
        "soak --minutes long                    -> Invalid value for option '--minutes': 'long' is not a number of minutes",
        "soak --heap 128                        -> Invalid value for option '--heap': '128' is not a size such as 128m",
        "soak --heap                            -> Missing required parameter for option '--heap' (SIZE)",
        "startup --search FILE                  -> Missing required argument(s): SMALL",
        "startup FILE FILE                      -> Missing required argument(s): --search",
        "startup --quick --search FILE FILE     -> These arguments cannot be combined:",
        "stop 3                                 -> Unexpected argument: 3"
      })
  void aWrongCallIsTold(String line, String message) {
    assertThat(run(words(line))).isEqualTo(2);
    assertThat(err.toString().lines().map(told -> told.replace(folder.toString(), "DIR")))
        .contains(message)
        .last()
        .asString()
        .matches("See [./a-z ]+ --help");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anUnknownWeightIsToldWithTheKnownOnes() {
    assertThat(run(words("search DIR --set no=1"))).isEqualTo(2);
    assertThat(err.toString()).contains("There is no weight 'no'. The weights are [title, method,");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThat(run("mutants", "none", "--count", "many", "--sead", "3", "--knd")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "Invalid value for positional parameter at index 0 (DIR): 'none' is not a folder",
            "Invalid value for option '--count': 'many' is not a number from 1 to 999999",
            "Unknown option: --sead. Did you mean --seed?",
            "Unknown option: --knd. Did you mean --kind?",
            "See ./bench mutants --help");
  }

  @Test
  void aFolderWithoutDocumentsIsToldWithoutAStackTrace() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(run("corpus", empty.toString())).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly("There is no OpenAPI document in " + empty + ".");
  }

  @Test
  void theDocumentsNameEveryCommandAndNoOther() throws IOException {
    Set<String> named = new TreeSet<>();
    for (String file : List.of("CONTRIBUTING.md", "README.md", "benchmarks/README.md", ".ci/run")) {
      addNamed(Path.of("..", file), named);
    }
    try (Stream<Path> files = Files.walk(Path.of("../docs"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).toList()) {
        addNamed(file, named);
      }
    }
    assertThat(named).isEqualTo(new TreeSet<>(commands()));
  }

  private static void addNamed(Path file, Set<String> named) throws IOException {
    Matcher command = DOCUMENTED.matcher(Files.readString(file));
    while (command.find()) {
      named.add(command.group(1));
    }
  }
}
