package dev.dragoman.generator.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.runtime.AccessLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockFileTest {
  private static final Lock LOCK =
      new Lock(
          List.of("https://lamp.example", "http://b,c.example/ü"),
          Map.of(
              "putLamp", entry("putLamp", "PUT", "/lamps/{id}", AccessLevel.WRITE),
              "a", entry("a", "GET", "/with blank\u202e/%7B/é", AccessLevel.READ),
              "none", entry("none", "M-SEARCH", "/", AccessLevel.DESTRUCTIVE),
              "now",
                  new LockEntry(
                      "now",
                      "GET",
                      "/now",
                      AccessLevel.READ,
                      "none",
                      List.of(),
                      List.of("then", "be,fore"),
                      "0a1b")));

  @TempDir Path folder;

  private static LockEntry entry(String id, String method, String path, AccessLevel access) {
    List<String> required =
        id.equals("none") ? List.of() : List.of("query:a,b", "body", "path:é =");
    return new LockEntry(id, method, path, access, "http:bearer[read]|none", required, "0a1b");
  }

  @Test
  void isOneSortedLinePerOperationInPlainAscii() {
    List<String> lines = LockFile.text(LOCK).lines().toList();
    assertThat(lines.get(0)).isEqualTo("# dragoman lock 1");
    assertThat(lines.get(2)).matches("sha256 [0-9a-f]{64}");
    assertThat(lines.subList(3, lines.size()))
        .containsExactly(
            "api servers=https://lamp.example,http://b%2Cc.example/%C3%BC",
            "operation a GET /with%20blank%E2%80%AE/%257B/%C3%A9 read auth=http:bearer[read]|none"
                + " required=body,path:%C3%A9%20%3D,query:a%2Cb contract=0a1b",
            "operation none M-SEARCH / destructive auth=http:bearer[read]|none required=none"
                + " contract=0a1b",
            "operation now GET /now read auth=none required=none formerly=be%2Cfore,then"
                + " contract=0a1b",
            "operation putLamp PUT /lamps/{id} write auth=http:bearer[read]|none"
                + " required=body,path:%C3%A9%20%3D,query:a%2Cb contract=0a1b");
  }

  @Test
  void readsWhatItWrote() throws IOException {
    Path file = Files.writeString(folder.resolve("a.lock"), LockFile.text(LOCK));
    assertThat(LockFile.read(file)).contains(LOCK);
    Files.writeString(file, LockFile.text(LOCK).replace("\n", "\r\n"));
    assertThat(LockFile.read(file)).as("line ends of another system").contains(LOCK);
    Files.writeString(file, "\uFEFF" + LockFile.text(LOCK));
    assertThat(LockFile.read(file)).as("a byte order mark of an editor").contains(LOCK);
    assertThat(LockFile.read(folder.resolve("missing.lock"))).isEmpty();
    assertThat(LockFile.beside(Path.of("x/lamp.yaml"))).isEqualTo(Path.of("x/lamp.yaml.lock"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "operation none;<<<<<<< mine\\noperation none;DRG-LOCK-002;:6:1",
        "operation none;=======\\noperation none;DRG-LOCK-002;:6:1",
        "operation none;>>>>>>> theirs\\noperation none;DRG-LOCK-002;:6:1",
        "lock 1;lock 2;DRG-LOCK-001;:1:1",
        "PUT /lamps;DELETE /lamps;DRG-LOCK-003;:3:1",
        "sha256 ;sha256 0;DRG-LOCK-003;:3:1",
        "operation putLamp;operation a;DRG-LOCK-003;:8:1",
        "operation putLamp;something else;DRG-LOCK-003;:8:1",
        "/with%20;/with%zz;DRG-LOCK-003;:5:1",
        "PUT /lamps/{id} write;PUT /lamps/{id} admin;DRG-LOCK-003;:8:1",
        "api servers=;servers=;DRG-LOCK-003;:4:1",
      })
  void saysWhereItIsBroken(String text, String broken, String code, String place)
      throws IOException {
    String whole = LockFile.text(LOCK);
    assertThat(whole).contains(text);
    Path file = folder.resolve("a.lock");
    Files.writeString(
        file,
        whole.replaceFirst(
            Pattern.quote(text), Matcher.quoteReplacement(broken.replace("\\n", "\n"))));
    assertThat(refused(file))
        .hasMessageContaining("a.lock" + place)
        .hasMessageContaining("[" + code + "]")
        .hasMessageContaining("accept goal");
  }

  @Test
  void aLockThatBreaksOffIsNoLock() throws IOException {
    String whole = LockFile.text(LOCK);
    Path file = folder.resolve("a.lock");
    for (int length : List.of(0, 20, 150, whole.length() - 1)) {
      Files.writeString(file, whole.substring(0, length));
      assertThat(refused(file)).as("%d characters", length).isNotNull();
    }
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(refused(file)).hasMessageContaining("UTF-8");
    assertThat(refused(folder)).hasMessageContaining("This is a directory, not a lock file.");
  }

  private static GenerationException refused(Path file) {
    return catchThrowableOfType(GenerationException.class, () -> LockFile.read(file));
  }
}
