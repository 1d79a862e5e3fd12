package dev.dragoman.runtime.tool;

import static dev.dragoman.runtime.tool.ToolFixture.FULL;
import static dev.dragoman.runtime.tool.ToolFixture.call;
import static dev.dragoman.runtime.tool.ToolFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.execute.ApiBackend;
import dev.dragoman.runtime.tool.execute.ExecuteTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Calls as agents make them: what is wrong is refused before anything is sent, the rest is sent.
 */
class BadInputTest {
  @TempDir Path folder;
  private final EchoUpstream api = new EchoUpstream();
  private Path files;
  private ExecuteTool execute;

  @BeforeEach
  void open() throws IOException {
    DepotApi.write(folder);
    files = Files.createDirectories(folder.resolve("files"));
    Files.writeString(files.resolve("a.txt"), "inside");
    Files.createDirectories(files.resolve("sub"));
    Files.writeString(files.resolve("sub/b.bin"), "below");
    Files.writeString(folder.resolve("secret.txt"), "outside");
    Files.createSymbolicLink(files.resolve("link.txt"), folder.resolve("secret.txt"));
    execute = tool(new CallOptions(true, Optional.of(files), Optional.empty()));
  }

  @AfterEach
  void close() {
    api.close();
  }

  private ExecuteTool tool(CallOptions options) {
    ServerDefinition definition = DepotApi.definition(TrackerResources.anchorIn(folder)).build();
    return new ExecuteTool(
        new ApiOperations(definition),
        new Guard(AccessNames.of("Acme")),
        ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(api.url()))),
        options);
  }

  private CallToolResult run(String json) {
    return call(execute, FULL, json.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'operation':'put','arguments':{'id':'.'},'body':{'name':'n'}}    | - id: must not contain the path segments
          {'operation':'put','arguments':{'id':'..'},'body':{'name':'n'}}   | - id: must not contain the path segments
          {'operation':'put','arguments':{'id':'a/../b'},'body':{'name':'n'}} | - id: must not contain the path segments
          {'operation':'put','arguments':{'id':''},'body':{'name':'n'}}     | - id: must not be empty
          {'operation':'put','arguments':{},'body':{'name':'n'}}            | - id: is required
          {'operation':'put','arguments':{'id':null},'body':{'name':'n'}}   | - id: is required
          {'operation':'put','arguments':{'id':'x'}}                        | - body: is required
          {'operation':'put','arguments':{'id':'x','trace':'a\\r\\nb'},'body':{'name':'n'}} | - trace: must not contain line breaks
          {'operation':'put','arguments':{'id':'x','trace':'a\\u0000'},'body':{'name':'n'}} | - trace: must not contain line breaks
          {'operation':'put','arguments':{'id':'x','pages':1},'body':{'name':'n'}} | - pages: is not a parameter of this operation; did you mean page?
          {'operation':'put','arguments':{'id':'x','page':1.5},'body':{'name':'n'}} | - page: expected a 32-bit integer, got 1.5
          {'operation':'put','arguments':{'id':'x','page':0},'body':{'name':'n'}} | - page: expected at least 1, got 0
          {'operation':'put','arguments':{'id':'x','labels':['a','b','zz']},'body':{'name':'n'}} | - labels[2]: expected at most 1 character, got 2
          {'operation':'put','arguments':{'id':'x'},'body':{'name':5.5,'items':[{'price':'x'}]}} | - body/items[0]/price: expected a number, got "x"
          {'operation':'put','arguments':{'id':'x'},'body':{'name':'n','names':1}} | - body/names: is unknown; did you mean name?
          {'operation':'put','arguments':{'id':'x'},'body':{'name':'n'},'content_type':'image/png'} | - content_type: expected one of application/json, got image/png
          {'operation':'upload','body':{'file':{'path':'../secret.txt'}}}   | - body/file/path: is not a file in the folder
          {'operation':'upload','body':{'file':{'path':'link.txt'}}}        | - body/file/path: is not a file in the folder
          {'operation':'upload','body':{'file':{'path':'/etc/passwd'}}}     | - body/file/path: is not a file in the folder
          {'operation':'upload','body':{'file':{'path':'sub'}}}             | - body/file/path: is not a file in the folder
          {'operation':'upload','body':{'file':[{'path':'a.txt'},{'path':'no'}]}} | - body/file[1]/path: is not a file in the folder
          {'operation':'upload','body':{'file':'not Base64!'}}              | - body/file[0]: expected the bytes of the file in Base64
          {'operation':'upload','body':{'note':'n'}}                        | - body/file: is required
          {'operation':'raw','body':{'path':'../secret.txt'}}               | - body/path: is not a file in the folder
          {'operation':'raw','body':'YQ==','content_type':'text/plain'}     | - content_type: expected one of image/*, application/octet-stream, got text/plain
          """)
  void isRefusedAndNothingIsSent(String json, String problem) {
    CallToolResult result = run(json);

    assertThat(result.isError()).as(text(result)).isTrue();
    assertThat(text(result))
        .startsWith("The arguments do not fit; nothing was sent.\n")
        .contains(problem)
        .doesNotContain("outside", "Exception", folder.toString());
    assertThat(text(result).split("\n- ")).as("one problem").hasSize(2);
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void allProblemsAtOnce() {
    assertThat(text(run("{'operation':'put','arguments':{'page':0,'x':1,'labels':['long']}}")))
        .contains("- id: is", "- page: ", "- x: ", "- labels[0]: ", "- body: is required");
  }

  @Test
  void ofManyProblemsTwentyAreShown() {
    String labels = "'long',".repeat(30) + "'a'";
    assertThat(
            text(
                run(
                    "{'operation':'put','arguments':{'id':'x','labels':["
                        + labels
                        + "]},'body':{'name':'n'}}")))
        .contains("- labels[19]: ", "\n- and 10 more\n")
        .doesNotContain("labels[20]");
  }

  @Test
  void aSecretIsNotRepeated() {
    assertThat(
            text(
                run(
                    "{'operation':'put','arguments':{'id':'x'},"
                        + "'body':{'name':'n','password':'hunter2'}}")))
        .contains("- body/password: expected at least 9 characters, got 7")
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'operation':'put','arguments':{'id':'x','page':'2','labels':'a'},'body':'{\\'name\\':\\'n\\'}'} | PUT /v1/things/x?page=2&labels=a Bearer key-of-the-caller {"name":"n"}
          {'operation':'put','arguments':{'id':'x'},'body':{'name':7,'items':'[{\\'price\\':\\'1.50\\'}]'}} | PUT /v1/things/x Bearer key-of-the-caller {"name":"7","items":[{"price":1.50}]}
          {'operation':'raw','body':{'path':'a.txt'}} | POST /v1/raw Bearer key-of-the-caller inside
          {'operation':'raw','body':'YWJj','content_type':'image/png'} | POST /v1/raw Bearer key-of-the-caller abc
          """)
  void whatIsMeantIsSent(String json, String sent) {
    CallToolResult result = run(json.replace("\\'", "\\\""));

    assertThat(result.isError()).as(text(result)).isFalse();
    assertThat(api.requests()).containsExactly(sent);
  }

  @Test
  void filesAreSentByTheirPath() {
    CallToolResult result =
        run(
            "{'operation':'upload','body':{'note':'n','file':[{'path':'a.txt','contentType':"
                + "'text/plain'},{'path':'sub/b.bin','filename':'c.bin'}]}}");

    assertThat(result.isError()).as(text(result)).isFalse();
    assertThat(api.requests())
        .singleElement()
        .asString()
        .contains("; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\ninside\r\n")
        .contains("; filename=\"c.bin\"\r\nContent-Type: application/octet-stream\r\n\r\nbelow")
        .contains("name=\"note\"\r\n\r\nn\r\n");
  }

  @Test
  void noFolderNoFiles() {
    execute = tool(CallOptions.defaults());

    assertThat(text(run("{'operation':'raw','body':{'path':'a.txt'}}")))
        .contains("- body/path: this server reads no files", "--files DIR", "ACME_FILES", "base64");
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void validationCanBeOff() {
    execute = tool(new CallOptions(false, Optional.empty(), Optional.empty()));

    assertThat(
            run("{'operation':'put','arguments':{'id':'x','page':0},'body':{'other':1}}").isError())
        .isFalse();
    assertThat(api.requests()).hasSize(1);
  }
}
