package dev.dragoman.generator.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiListTest {
  private static final SettingNames NAMES = new TestNames();

  @TempDir Path folder;

  @Test
  void oneDocumentHasThePackageAsItIs() {
    List<ApiChoice> apis = list("a.yaml", null).resolve("com.example", NAMES);
    assertThat(apis).hasSize(1);
    assertThat(apis.get(0).packageName()).contains("com.example");
    assertThat(apis.get(0).apiName()).as("from the title").isEmpty();
  }

  @Test
  void eachDocumentOfAFolderHasAPackageOfItsOwn() throws IOException {
    for (String name :
        List.of("b-two.yml", "A.JSON", "1st.yaml", "new.yaml", ".x.yaml", "a.lock")) {
      Files.writeString(folder.resolve(name), "");
    }
    assertThat(list(null, folder).resolve("p", NAMES))
        .extracting(ApiListTest::text)
        .containsExactly("St p.st", "A p.a", "B-two p.btwo", "New p.new_");
  }

  @Test
  void anApiOfTheListKeepsWhatItSays() {
    ApiChoice api = api("x/lamp.yaml", "Bulb", "com.lamp");
    ApiChoice other = api("x/bell.yaml", null, null);
    assertThat(list(null, null, api, other).resolve("p", NAMES))
        .extracting(ApiListTest::text)
        .containsExactly("Bulb com.lamp", "Bell p.bell");
  }

  @Test
  void twoOfOneNameAreRefused() {
    ApiChoice one = api("a/lamp.yaml", null, null);
    ApiChoice two = api("b/lamp.yaml", null, null);
    assertThatThrownBy(() -> list(null, null, one, two).resolve("p", NAMES))
        .isInstanceOf(GoalFailure.class)
        .hasMessageContaining("two APIs have the name lamp")
        .hasMessageContaining("a" + File.separator + "lamp.yaml");
    ApiChoice samePackage = api("c/bell.yaml", null, "p.lamp");
    assertThatThrownBy(() -> list(null, null, one, samePackage).resolve("p", NAMES))
        .hasMessageContaining("two APIs have the package p.lamp");
    assertThatThrownBy(() -> list(null, null, one, one).resolve("p", NAMES))
        .as("the same document twice")
        .hasMessageContaining("two APIs have the name lamp");
  }

  @Test
  void whatIsMissingOrTooMuchIsSaid() {
    assertThatThrownBy(() -> list(null, null).resolve("p", NAMES))
        .hasMessage("No OpenAPI document is configured. Name one.");
    assertThatThrownBy(() -> list("a", folder).resolve("p", NAMES))
        .hasMessageContaining("<inputSpec> and <inputDirectory>");
    assertThatThrownBy(() -> list(null, folder).resolve("p", NAMES))
        .hasMessageContaining(folder.toString());
    assertThatThrownBy(() -> list(null, null, api(null, null, null)).resolve("p", NAMES))
        .hasMessageContaining("<inputSpec>");
  }

  private static String text(ApiChoice api) {
    return api.apiName().orElseThrow() + " " + api.packageName().orElseThrow();
  }

  private static ApiChoice api(String document, String name, String packageName) {
    return new ApiChoice(
        Optional.ofNullable(document).map(Path::of),
        Optional.ofNullable(name),
        Optional.ofNullable(packageName),
        Optional.empty(),
        Optional.empty());
  }

  private static ApiList list(String document, Path directory, ApiChoice... apis) {
    return new ApiList(
        Optional.ofNullable(document).map(Path::of), Optional.ofNullable(directory), List.of(apis));
  }
}
