package dev.dragoman.runtime.tool.searchlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.tool.searchlog.SearchLog.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchLogTest {
  @TempDir private Path folder;

  private Path file;
  private SearchLog log;
  private Instant now = Instant.parse("2026-01-31T23:50:00Z");

  @BeforeEach
  void open() {
    file = folder.resolve("searches.jsonl");
    Clock clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    log = new SearchLog(new SearchLogFile(file), clock);
  }

  private static Caller caller(String key) {
    return new Caller(
        AccessMode.READ_ONLY, AuthMode.USER, Optional.empty(), Optional.of(Secret.of(key)));
  }

  private void search(String key, String words, String... candidates) {
    log.searched(caller(key), List.of(new Query(List.of(words.split(" ")), Set.of(candidates))));
  }

  private List<String> lines() throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  @Test
  void aSearchAndWhatIsRunNextAreAPair() throws IOException {
    search("a", "return money");
    search("a", "refund");
    log.ran(caller("a"), "refunds_create");
    log.ran(caller("a"), "refunds_get");

    assertThat(lines())
        .containsExactly(
            "{\"day\":\"2026-01-31\",\"words\":[\"return\",\"money\"],\"operation\":\"refunds_create\"}",
            "{\"day\":\"2026-01-31\",\"words\":[\"refund\"],\"operation\":\"refunds_create\"}");
  }

  @Test
  void theLastTenQueriesOfACallerAreRemembered() throws IOException {
    for (int i = 0; i < 11; i++) {
      search("a", "word" + (char) ('a' + i));
    }
    log.ran(caller("a"), "refunds_create");
    assertThat(lines()).hasSize(10).noneMatch(line -> line.contains("worda"));
  }

  @Test
  void aQueryWithoutWordsLeadsToNothing() throws IOException {
    log.searched(caller("a"), List.of(new Query(List.of(), Set.of())));
    log.ran(caller("a"), "refunds_create");
    assertThat(lines()).isEmpty();
  }

  @Test
  void callersAreKeptApart() throws IOException {
    search("a", "return money");
    log.ran(caller("b"), "refunds_create");
    log.ran(Caller.anonymous(), "refunds_create");
    assertThat(lines()).isEmpty();
  }

  @Test
  void anOldSearchIsForgotten() throws IOException {
    search("a", "return money");
    now = now.plus(SearchLog.MEMORY).plusSeconds(1);
    log.ran(caller("a"), "refunds_create");
    assertThat(lines()).isEmpty();
  }

  @Test
  void oneOfSeveralQueriesLeadsToItsOwnHits() throws IOException {
    search("a", "find customer", "customers_list");
    search("a", "return money", "refunds_create");
    log.ran(caller("a"), "customers_list");
    log.ran(caller("a"), "refunds_create");
    assertThat(lines())
        .hasSize(2)
        .anyMatch(line -> line.contains("[\"find\",\"customer\"],\"operation\":\"customers_list\""))
        .anyMatch(line -> line.contains("[\"return\",\"money\"],\"operation\":\"refunds_create\""));
  }

  @Test
  @DisplayName("one caller cannot make words look popular")
  void oneCallerCannotMakeWordsLookPopular() throws IOException {
    for (int i = 0; i < 20; i++) {
      search("a", "return money");
      log.ran(caller("a"), "refunds_create");
    }
    assertThat(lines()).hasSize(1);
    for (int i = 0; i < 200; i++) {
      search("a", "word" + (char) ('a' + i % 26) + (char) ('a' + i / 26));
      log.ran(caller("a"), "refunds_create");
    }
    assertThat(lines()).hasSize(SearchLog.PAIRS_PER_DAY);
    now = now.plus(Duration.ofDays(1));
    search("a", "return money");
    log.ran(caller("a"), "refunds_create");
    assertThat(lines()).hasSize(SearchLog.PAIRS_PER_DAY + 1);
  }

  @Test
  void memoryIsBounded() throws IOException {
    for (int i = 0; i < SearchLog.CALLERS + 1; i++) {
      search("caller" + i, "return money");
    }
    log.ran(caller("caller0"), "refunds_create");
    assertThat(lines()).isEmpty();
    log.ran(caller("caller" + SearchLog.CALLERS), "refunds_create");
    assertThat(lines()).hasSize(1);
  }

  @Test
  void aFullFileIsLeftAlone() throws IOException {
    Files.write(file, new byte[(int) SearchLogFile.FILE_LIMIT - 10]);
    search("a", "return money");
    log.ran(caller("a"), "refunds_create");
    assertThat(Files.size(file)).isEqualTo(SearchLogFile.FILE_LIMIT - 10);
  }

  @Test
  void aFileThatCannotBeWrittenDoesNotFailTheCall() throws IOException {
    Files.createDirectory(file);
    search("a", "return money");
    log.ran(caller("a"), "refunds_create");
    assertThat(file).isDirectory();
  }
}
