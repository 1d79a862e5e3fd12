package dev.dragoman.generator.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.config.SettingsObject;
import dev.dragoman.generator.lock.LockPolicy.Mode;
import dev.dragoman.generator.problem.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main class of all APIs: what is refused, before anything is written, and what is not. */
class CombinedGoalTest {
  private static final SettingNames NAMES = new TestNames();

  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private final CombinedGoal goal =
      new CombinedGoal(
          new GoalLog() {
            @Override
            public void info(String line) {
              said.add(line);
            }

            @Override
            public void warn(String line) {
              said.add(line);
            }
          },
          NAMES);

  /**
   * Each row: the name of the server, those of the APIs, whether there are scripts, the message.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 Offices   | Lamp,Bell | false | <combinedName>2 Offices: start with a letter",
        "Büro        | Lamp,Bell | false | <combinedName>Büro: start with a letter",
        "Back_Office | Lamp,Bell | false | use at most 40 letters, digits, spaces and hyphens",
        "An office with a name that is far too long | Lamp,Bell | false | for example Back Office.",
        "Back Office | Lamp,Bell | true  | <combinedName> and <scripts> are mutually exclusive",
        "Lamp        | Lamp,Bell | false | <apiName>Lamp: the server or another API has the same",
        "door-bell   | Lamp,Door Bell | false | <apiName>Door Bell: the server or another API has",
        "LAMP        | Bell,Lamp | false | its headers and variables could not be told apart."
      })
  void whatDoesNotFitIsRefused(String name, String apis, boolean scripts, String message) {
    GoalSettings settings = settings(list(apis), scripts);
    List<GenerationRequest> requests = Requests.of(settings, NAMES);
    assertThatThrownBy(() -> goal.prepare(Optional.of(name), settings, requests))
        .isInstanceOf(GoalFailure.class)
        .hasMessageStartingWith("The configuration is not valid: ")
        .hasMessageContaining(message);
    assertThatThrownBy(() -> goal.differences(Optional.of(name), settings, requests))
        .as("the check refuses the same")
        .hasMessageContaining(message);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aSingleDocumentIsRefused() {
    ApiList single = new ApiList(Optional.of(Path.of("a.yaml")), Optional.empty(), List.of());
    GoalSettings settings = settings(single, false);
    List<GenerationRequest> requests = Requests.of(settings, NAMES);
    assertThatThrownBy(() -> goal.prepare(Optional.of("Office"), settings, requests))
        .hasMessage(
            "The configuration is not valid: <combinedName> is the name of a server of several"
                + " APIs: set <apis> or <inputDirectory>.");
  }

  @Test
  void theClassIsWrittenAndDeletedAgain() throws Exception {
    GoalSettings settings = settings(list("Lamp,Door Bell"), false);
    List<GenerationRequest> requests = Requests.of(settings, NAMES);
    goal.prepare(Optional.of("Back Office"), settings, requests).finish();
    Path main = folder.resolve("sources/p/BackOfficeServer.java");
    assertThat(Files.readString(main).replaceAll("\\n +\\.", "."))
        .contains(
            "combined(\"Back Office\").api(LampApi.DEFINITION).api(DoorBellApi.DEFINITION).build()");
    assertThat(said).containsExactly("Main class of all APIs p.BackOfficeServer");
    assertThat(goal.differences(Optional.of("Back Office"), settings, requests)).isEmpty();
    assertThat(goal.differences(Optional.empty(), settings, requests))
        .containsExactly("surplus " + main);
    goal.prepare(Optional.empty(), settings, requests).finish();
    assertThat(main).doesNotExist();
    assertThat(goal.differences(Optional.empty(), settings, requests)).isEmpty();
  }

  private static ApiList list(String names) {
    List<ApiChoice> apis =
        Stream.of(names.split(",", -1))
            .map(
                name ->
                    new ApiChoice(
                        Optional.of(Path.of(name + ".yaml")),
                        Optional.of(name),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    return new ApiList(Optional.empty(), Optional.empty(), apis);
  }

  private GoalSettings settings(ApiList apis, boolean scripts) {
    return new GoalSettings(
        apis,
        new ApiChoice(
            Optional.empty(),
            Optional.empty(),
            Optional.of("p"),
            Optional.empty(),
            Optional.empty()),
        new GoalSettings.Reading(Path.of(""), Optional.empty(), Set.of(), List.of(), false),
        Optional.empty(),
        SettingsObject.at(Location.file("test")),
        new GoalSettings.Parts(false, scripts),
        new GoalSettings.Output(
            folder.resolve("sources"),
            folder.resolve("resources"),
            folder.resolve("reports"),
            folder.resolve("state"),
            "1"),
        Mode.WARN);
  }
}
