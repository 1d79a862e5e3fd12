package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.app.flag.Flag;
import dev.dragoman.runtime.app.flag.Help;
import dev.dragoman.runtime.app.flag.StateKeys;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import dev.dragoman.runtime.auth.KeyRules;
import dev.dragoman.runtime.guard.ScopeRules;
import dev.dragoman.runtime.page.PageMode;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.call.ConfirmationMode;
import dev.dragoman.runtime.tool.script.ScriptSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final AccessNames NAMES = AccessNames.of("Acme");
  private static final AuthenticationSettings USUAL_WAYS =
      new AuthenticationSettings(
          Set.of(AuthenticationMethod.ANONYMOUS, AuthenticationMethod.API_KEY),
          KeyRules.UNKNOWN,
          null,
          null,
          ScopeRules.NONE);

  @Test
  void withoutFlagsItIsStdioWithTheDefaultsOfTheTable() {
    assertThat(settings(""))
        .isEqualTo(
            new Settings(
                false,
                "127.0.0.1",
                8080,
                List.of(),
                List.of(),
                null,
                false,
                Duration.ofSeconds(30),
                AccessMode.FULL_ACCESS,
                USUAL_WAYS,
                CallOptions.defaults(),
                new DiscoverySettings(true, Optional.empty(), Optional.empty()),
                new RunLimits(
                    256,
                    128,
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    false,
                    false,
                    PageMode.ON,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(120),
                    ScriptSettings.of(Duration.ofSeconds(30), 32, 200, 4)),
                new ReportSettings(
                    Path.of("dragoman-feedback.jsonl").resolveSibling("./dragoman-feedback.jsonl"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));
  }

  @Test
  void everyFlagIsRead() {
    assertThat(
            settings(
                "--http --port 9000 --host 10.0.0.1 --allowed-host a.example,b.example"
                    + " --allowed-host=c.example --allowed-origin https://a.example --base-url"
                    + " https://api.example/v1 --mock --timeout 5 --access-ceiling read-only"
                    + " --validation off --confirm write-required --files . --feedback off --idempotency-header X-Once --answer-tokens 5000 --max-wait 90"
                    + " --max-in-flight 9 --max-api-calls 8 --caller-calls 4 --caller-calls-per-minute 90 --metrics --page full --server-card com.example/acme --apps-challenge token-1 --stop-delay 0 --audit - --search-log searches.jsonl --tool-timeout 7 --script-timeout 5 --script-calls 50 --script-memory 16 --script-runs 2"))
        .isEqualTo(
            new Settings(
                true,
                "10.0.0.1",
                9000,
                List.of("a.example", "b.example", "c.example"),
                List.of("https://a.example"),
                URI.create("https://api.example/v1"),
                true,
                Duration.ofSeconds(5),
                AccessMode.READ_ONLY,
                USUAL_WAYS,
                new CallOptions(
                    false,
                    Optional.of(Path.of(".")),
                    Optional.empty(),
                    ConfirmationMode.WRITE_REQUIRED,
                    Optional.of("X-Once"),
                    5000,
                    90),
                new DiscoverySettings(
                    true, Optional.of("com.example/acme"), Optional.of("token-1")),
                new RunLimits(
                    9,
                    8,
                    OptionalInt.of(4),
                    OptionalInt.of(90),
                    true,
                    false,
                    PageMode.FULL,
                    Duration.ZERO,
                    Duration.ofSeconds(7),
                    ScriptSettings.of(Duration.ofSeconds(5), 16, 50, 2)),
                new ReportSettings(
                    null,
                    Optional.empty(),
                    Optional.of("-"),
                    Optional.of(Path.of("searches.jsonl")))));
  }

  @Test
  void everyFlagHasAVariable() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("ACME_HTTP", "true");
    environment.put("ACME_PORT", "9000");
    environment.put("ACME_HOST", "10.0.0.1");
    environment.put("ACME_ALLOWED_HOST", "a.example, b.example");
    environment.put("ACME_ALLOWED_ORIGIN", "https://a.example");
    environment.put("ACME_BASE_URL", "https://api.example/v1");
    environment.put("ACME_MOCK", "true");
    environment.put("ACME_TIMEOUT", "5");
    environment.put("ACME_ACCESS_CEILING", "read-only");
    environment.put("ACME_VALIDATION", "off");
    environment.put("ACME_CONFIRM", "write-required");
    environment.put("ACME_FILES", ".");
    environment.put("ACME_FEEDBACK", "off");
    environment.put("ACME_IDEMPOTENCY_HEADER", "X-Once");
    environment.put("ACME_MAX_WAIT", "90");
    environment.put("ACME_MAX_IN_FLIGHT", "9");
    environment.put("ACME_PAGE", "full");
    environment.put("ACME_SERVER_CARD", "off");
    environment.put("ACME_APPS_CHALLENGE", "token-1");
    environment.put("ACME_ANSWER_TOKENS", "5000");
    environment.put("ACME_MAX_API_CALLS", "8");
    environment.put("ACME_CALLER_CALLS", "4");
    environment.put("ACME_CALLER_CALLS_PER_MINUTE", "90");
    environment.put("ACME_METRICS", "true");
    environment.put("ACME_STOP_DELAY", "0");
    environment.put("ACME_AUDIT", "-");
    environment.put("ACME_SEARCH_LOG", "searches.jsonl");
    environment.put("ACME_TOOL_TIMEOUT", "7");
    environment.put("ACME_SCRIPT_TIMEOUT", "5");
    environment.put("ACME_SCRIPT_CALLS", "50");
    environment.put("ACME_SCRIPT_MEMORY", "16");
    environment.put("ACME_SCRIPT_RUNS", "2");

    assertThat(Settings.of(line("", environment)))
        .isEqualTo(
            settings(
                "--http --port 9000 --host 10.0.0.1 --allowed-host a.example,b.example"
                    + " --allowed-origin https://a.example --base-url https://api.example/v1 --mock"
                    + " --timeout 5 --access-ceiling read-only --validation off --confirm write-required --files . --feedback"
                    + " off --idempotency-header X-Once --answer-tokens 5000 --max-wait 90 --max-in-flight 9 --max-api-calls 8 --caller-calls 4 --caller-calls-per-minute 90"
                    + " --metrics --page full --server-card off --apps-challenge token-1 --stop-delay 0"
                    + " --audit - --search-log searches.jsonl --tool-timeout 7 --script-timeout 5 --script-calls 50 --script-memory 16 --script-runs 2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--search-log /nowhere/a  | --search-log must be a file in an existing folder.",
        "--search-log .           | --search-log must be a file in an existing folder.",
        "--validation lax         | --validation must be strict or off.",
        "--confirm always         | --confirm must be one of off, destructive, destructive-required, write, write-required.",
        "--page maybe             | --page must be one of on, full, off.",
        "--files no-such-folder   | --files must be an existing folder.",
        "--http --save-dir .      | --save-dir requires --stdio: over HTTP callers cannot access the files.",
      })
  void whatIsDecidedAboutCallsIsChecked(String arguments, String problem) {
    CommandLine line = line(arguments, Map.of());
    Settings settings = Settings.of(line);

    assertThat(settings.calls().files()).isEmpty();
    assertThat(line.problems()).containsExactly(problem);
  }

  @Test
  void aKeyForStatesIsReadFromItsVariableOnly() {
    StateKeys none = StateKeys.read(NAMES, Map.of("ACME_STATE_KEY", " "));
    StateKeys given = StateKeys.read(NAMES, Map.of("ACME_STATE_KEY", "k".repeat(32)));
    StateKeys weak = StateKeys.read(NAMES, Map.of("ACME_STATE_KEY", "hush"));

    assertThat(none.problems()).isEmpty();
    assertThat(none.given()).isEmpty();
    assertThat(given.given()).isPresent();
    assertThat(weak.problems())
        .containsExactly("ACME_STATE_KEY must contain at least 32 characters.");
    assertThat(line("--state-key x", Map.of()).problems()).hasSize(1);
  }

  @Test
  void answersAreSavedOverStdio() {
    assertThat(settings("--save-dir .").calls().saves()).contains(Path.of("."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''            | ''             | false",
        "--stdio       | ''             | false",
        "--http        | ''             | true",
        "--port 1      | ''             | true",
        "''            | ACME_HTTP=true | true",
        "''            | ACME_PORT=1    | false",
        "--stdio       | ACME_HTTP=true | false",
        "--stdio       | ACME_PORT=1    | false",
        "--http        | ACME_STDIO=true| true",
        "--port 1      | ACME_STDIO=true| true",
        "''            | ACME_HTTP=false| false",
        "''            | ACME_HTTP=     | false",
      })
  void theTransportIsStdioUnlessHttpIsAskedFor(String arguments, String variable, boolean http) {
    Map<String, String> environment =
        variable.isEmpty()
            ? Map.of()
            : Map.of(variable.replaceAll("=.*", ""), variable.replaceAll(".*=", ""));
    CommandLine line = line(arguments, environment);

    assertThat(Settings.of(line).http()).isEqualTo(http);
    assertThat(line.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prot 1                   | Unknown flag --prot; --help lists them.",
        "http                       | Unknown flag http; --help lists them.",
        "-h                         | Unknown flag -h; --help lists them.",
        "sk_live_0123456789abcdefgh | Unknown flag sk_live_…; --help lists them.",
        "--port                     | --port requires a value: --port N.",
        "--port --http              | --port requires a value: --port N.",
        "--port x                   | --port must be a number from 0 to 65535.",
        "--port 65536               | --port must be a number from 0 to 65535.",
        "--timeout 0                | --timeout must be a number from 1 to 600.",
        "--port 1 --port 2          | --port is given twice with different values.",
        "--stdio --http             | --stdio and --http are mutually exclusive.",
        "--stdio --port 1           | --port requires --http and cannot be combined with --stdio.",
        "--max-wait 301            | --max-wait must be a number from 0 to 300.",
        "--max-in-flight 0          | --max-in-flight must be a number from 1 to 10000.",
        "--max-api-calls x          | --max-api-calls must be a number from 1 to 10000.",
        "--caller-calls 0           | --caller-calls must be a number from 1 to 10000.",
        "--caller-calls-per-minute x | --caller-calls-per-minute must be a number from 1 to 100000.",
        "--stop-delay 61            | --stop-delay must be a number from 0 to 60.",
        "--idempotency-header a:b   | --idempotency-header must be a header name: letters, digits and hyphens.",
        "--mock=maybe               | --mock must be true or false.",
        "--access-ceiling all       | --access-ceiling must be read-only or full-access.",
        "--base-url ftp://x.example | --base-url: the base URL must be an absolute http or https URL",
        "--base-url https://u:p@x   | --base-url: the base URL may have no user information",
        "--base-url :               | --base-url is not a URL.",
      })
  void whatIsWrongIsNamed(String arguments, String message) {
    CommandLine line = line(arguments, Map.of());
    Settings.of(line);

    assertThat(line.problems()).singleElement().asString().startsWith(message);
  }

  @Test
  void aProblemOfAVariableNamesTheVariable() {
    CommandLine line = line("", Map.of("ACME_PORT", "x", "ACME_MOCK", "1", "ACME_TIMEOUT", "-1"));
    Settings.of(line);

    assertThat(line.problems())
        .containsExactlyInAnyOrder(
            "ACME_PORT must be a number from 0 to 65535.",
            "ACME_MOCK must be true or false.",
            "ACME_TIMEOUT must be a number from 1 to 600.");
  }

  @ParameterizedTest
  @EnumSource(Flag.class)
  void theHelpHasEveryFlagWithItsVariableAndDefault(Flag flag) {
    String help = Help.of("Acme", NAMES);

    String name = flag.isSecret() ? "(variable only) " + flag.variable(NAMES) : flag.dashed();
    List<String> entries =
        Arrays.stream(help.split("\n(?! {6})"))
            .map(entry -> entry.replaceAll("\\s+", " ").strip() + " ")
            .filter(entry -> entry.startsWith(name + " "))
            .toList();
    assertThat(entries)
        .singleElement()
        .asString()
        .contains(flag.help())
        .contains(flag.otherwise().isEmpty() ? "" : "Default: " + flag.otherwise() + ".");
    if (flag.hasVariable()) {
      assertThat(entries.get(0)).contains(flag.variable(NAMES) + " ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Acme", "Polytomic", "International Business"})
  void theHelpFitsAWindow(String vendor) {
    String help = Help.of(vendor, AccessNames.of(vendor));

    assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  private static Settings settings(String arguments) {
    CommandLine line = line(arguments, Map.of());
    Settings settings = Settings.of(line);
    assertThat(line.problems()).isEmpty();
    return settings;
  }

  private static CommandLine line(String arguments, Map<String, String> environment) {
    List<String> words = new ArrayList<>(List.of(arguments.strip().split("\\s+")));
    words.removeIf(String::isEmpty);
    return CommandLine.of(words, environment, NAMES);
  }
}
