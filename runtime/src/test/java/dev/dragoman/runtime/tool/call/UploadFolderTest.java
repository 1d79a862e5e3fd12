package dev.dragoman.runtime.tool.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.request.ArgumentProblem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Which files an agent can send: those inside the one folder, by links or not. */
class UploadFolderTest {
  private static final String OUTSIDE =
      "is not a file in the folder that this server may read from; a path is relative to it";

  @TempDir Path home;
  private Path folder;
  private final List<ArgumentProblem> problems = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    folder = Files.createDirectories(home.resolve("files"));
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(folder.resolve("a.txt"), "abc");
    Files.writeString(folder.resolve("sub/b.txt"), "b");
    Files.writeString(folder.resolve("empty"), "");
    Files.writeString(home.resolve("secret.txt"), "secret");
    Files.createDirectories(home.resolve("files-too"));
    Files.writeString(home.resolve("files-too/c.txt"), "c");
    Files.createSymbolicLink(folder.resolve("inside"), folder.resolve("a.txt"));
    Files.createSymbolicLink(folder.resolve("outside"), home.resolve("secret.txt"));
    Files.createSymbolicLink(folder.resolve("up"), home);
    Files.createSymbolicLink(folder.resolve("nowhere"), home.resolve("none"));
  }

  private UploadFolder files() {
    return new UploadFolder(Optional.of(folder), "the operator can allow it", problems);
  }

  private static JsonNode path(String path) {
    return JsonNodeFactory.instance.objectNode().put("path", path);
  }

  private List<String> told() {
    return problems.stream().map(ArgumentProblem::toString).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "a.txt, a.txt, YWJj",
    "./a.txt, a.txt, YWJj",
    "sub/b.txt, b.txt, Yg==",
    "sub/../a.txt, a.txt, YWJj",
    "empty, empty, ''",
    "inside, inside, YWJj"
  })
  void filesInTheFolder(String path, String name, String base64) {
    assertThat(files().bytes(path(path)))
        .isEqualTo(Json.of("{\"filename\":\"" + name + "\",\"base64\":\"" + base64 + "\"}"));
    assertThat(problems).isEmpty();
  }

  @DisplayName("No file outside the folder is read, and the message tells nothing of it")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.txt",
        "sub/../../secret.txt",
        "outside",
        "up/secret.txt",
        "up/files/../secret.txt",
        "../files-too/c.txt",
        "/etc/passwd",
        "nowhere",
        "none",
        "../none",
        "sub",
        ".",
        "",
        "a.txt/x",
        "a\0.txt",
        "file:///etc/passwd",
        "~/secret.txt"
      })
  void filesOutsideTheFolder(String path) {
    JsonNode file = files().bytes(path(path));
    assertThat(file.path("base64").stringValue()).isEmpty();
    assertThat(told()).containsExactly("body/path: " + OUTSIDE);
  }

  @Test
  void anAbsolutePathIntoTheFolderIsFine() throws IOException {
    JsonNode file = files().bytes(path(folder.toRealPath().resolve("a.txt").toString()));
    assertThat(file.path("base64").stringValue()).isEqualTo("YWJj");
    assertThat(file.path("filename").stringValue()).isEqualTo("a.txt");
  }

  @Test
  void withoutAFolderNothingIsRead() {
    JsonNode file =
        new UploadFolder(Optional.empty(), "the operator can allow it", problems)
            .bytes(path("a.txt"));
    assertThat(file.path("base64").stringValue()).isEmpty();
    assertThat(told())
        .containsExactly(
            "body/path: this server reads no files: the operator can allow it; or give the bytes"
                + " as base64");
  }

  @Test
  void aFolderThatIsGone() {
    JsonNode file =
        new UploadFolder(Optional.of(home.resolve("none")), "", problems).bytes(path("a.txt"));
    assertThat(file.path("base64").stringValue()).isEmpty();
    assertThat(told()).containsExactly("body/path: " + OUTSIDE);
  }

  /** An object is a file only if it has the members of one. Apostrophes are quotation marks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'path':'a.txt','filename':'x'}          | {'filename':'x','base64':'YWJj'}
          {'path':'a.txt','contentType':'a/b'}     | {'filename':'a.txt','contentType':'a/b','base64':'YWJj'}
          {'path':'a.txt','contentType':5}         | {'filename':'a.txt','base64':'YWJj'}
          {'path':'a.txt','other':1}               | {'path':'a.txt','other':1}
          {'path':5}                               | {'path':5}
          {'filename':'a.txt'}                     | {'filename':'a.txt'}
          ['a.txt']                                | ['a.txt']
          'a.txt'                                  | 'a.txt'
          """)
  void whatIsAFile(String given, String read) {
    assertThat(files().bytes(json(given))).isEqualTo(json(read));
    assertThat(problems).isEmpty();
  }

  @Test
  void fieldsOfAForm() {
    JsonNode form =
        json(
            "{'one':{'path':'a.txt'},'many':[{'path':'sub/b.txt'},'text',{'path':'none'}],"
                + "'data':{'path':'a.txt'},'text':'a.txt','deep':{'in':{'path':'a.txt'}}}");
    assertThat(files().form(form, "data"::equals))
        .isEqualTo(
            json(
                "{'one':{'filename':'a.txt','base64':'YWJj'},'many':[{'filename':'b.txt','base64':"
                    + "'Yg=='},'text',{'filename':'none','base64':''}],'data':{'path':'a.txt'},"
                    + "'text':'a.txt','deep':{'in':{'path':'a.txt'}}}"));
    assertThat(told()).containsExactly("body/many[2]/path: " + OUTSIDE);
  }

  @Test
  void partsWithoutNames() {
    assertThat(files().form(json("[{'path':'a.txt'},5]"), name -> true))
        .isEqualTo(json("[{'filename':'a.txt','base64':'YWJj'},5]"));
    assertThat(files().form(json("'a.txt'"), name -> true)).isEqualTo(json("'a.txt'"));
  }

  @DisplayName("All files of a call have 25,000,000 bytes together")
  @Test
  void filesAreLimitedTogether() throws IOException {
    sized("exact", 25_000_000);
    sized("more", 25_000_001);
    sized("half", 12_500_000);
    assertThat(files().bytes(path("exact")).path("base64").stringValue()).hasSize(33_333_336);
    assertThat(problems).isEmpty();
    assertThat(files().bytes(path("more")).path("base64").stringValue()).isEmpty();
    assertThat(told())
        .containsExactly("body/path: the files of a call may have 25000000 bytes together");
    problems.clear();
    JsonNode three = json("{'a':{'path':'half'},'b':{'path':'half'},'c':{'path':'a.txt'}}");
    JsonNode read = files().form(three, name -> false);
    assertThat(read.path("b").path("base64").stringValue()).isNotEmpty();
    assertThat(told())
        .containsExactly("body/c/path: the files of a call may have 25000000 bytes together");
  }

  private void sized(String name, long bytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
      file.setLength(bytes);
    }
  }

  private static JsonNode json(String text) {
    return Json.of(text.replace('\'', '"'));
  }
}
