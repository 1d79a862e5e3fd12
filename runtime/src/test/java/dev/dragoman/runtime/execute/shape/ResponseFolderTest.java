package dev.dragoman.runtime.execute.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Effect;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseFolderTest {
  private static final byte[] BYTES = {1, (byte) 0xFF, 3};

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          image/png          | ``                                           | getPhoto.png
          application/pdf    | attachment; filename="a b.pdf"               | a_b.pdf
          application/pdf    | attachment; filename=a.pdf                   | a.pdf
          image/jpeg         | attachment; filename="../../etc/x"           | x.jpg
          image/jpeg         | attachment; filename="..\\..\\x.jpg"         | x.jpg
          image/jpeg         | attachment; filename=".."                    | getPhoto.jpg
          image/jpeg         | attachment; filename=".bashrc"               | bashrc.jpg
          image/jpeg         | attachment; filename="-rf"                   | rf.jpg
          image/jpeg         | attachment; filename*=UTF-8''%e2%82%ac%2F..%2Fy.jpg | y.jpg
          image/jpeg         | attachment; filename*=UTF-8''%zz             | getPhoto.jpg
          application/x-what | inline                                       | getPhoto.bin
          """)
  void namesAreSafe(String type, String disposition, String name) throws IOException {
    ApiResponse answer =
        new ApiResponse(
            200,
            List.of(new Pair("content-disposition", disposition)),
            Optional.of(type),
            new ApiResponse.Bytes(BYTES));

    ShapedResponse outcome =
        new ResponseShaper(new ResponseFolder(folder)).shape(answer, "getPhoto", new Effect(true));

    Path saved = Path.of(outcome.json().path("binary").path("savedTo").stringValue());
    assertThat(saved).isEqualTo(folder.toRealPath().resolve(name)).hasBinaryContent(BYTES);
    assertThat(outcome.content()).as("no Base64").hasSize(1);
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Files.writeString(folder.resolve("a.bin"), "mine");

    Optional<Path> first =
        new ResponseFolder(folder).save(BYTES, new ResponseFileName("a", ".bin"));
    Optional<Path> second =
        new ResponseFolder(folder).save(BYTES, new ResponseFileName("a", ".bin"));

    assertThat(first).contains(folder.toRealPath().resolve("a-2.bin"));
    assertThat(second).contains(folder.toRealPath().resolve("a-3.bin"));
    assertThat(folder.resolve("a.bin")).hasContent("mine");
  }

  @Test
  void withoutTheFolderTheBytesAreShown() {
    ApiResponse answer =
        new ApiResponse(200, List.of(), Optional.of("image/png"), new ApiResponse.Bytes(BYTES));

    ShapedResponse outcome =
        new ResponseShaper(new ResponseFolder(folder.resolve("no"))).shape(answer);

    assertThat(outcome.json().path("notice").asString()).contains("could not be saved");
    assertThat(outcome.content().get(1))
        .isEqualTo(new ShapedResponse.Content.Binary("image/png", "Af8D"));
  }
}
