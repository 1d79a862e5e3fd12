package dev.dragoman.runtime.tool.searchlog;

import dev.dragoman.runtime.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Connects the searches of a caller with the operations that it runs soon after. What a caller did
 * is in memory only, for a few minutes. Thread-safe.
 *
 * <p>A caller adds each pair once a day and at most fifty a day, so that no single caller can make
 * words look popular.
 */
public final class SearchLog {
  static final Duration MEMORY = Duration.ofMinutes(5);
  static final int PAIRS_PER_DAY = 50;
  static final int CALLERS = 1_000;
  private static final int QUERIES = 10;

  private final SearchLogFile file;
  private final Clock clock;

  private final Map<Caller.Identity, Episode> episodes =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Caller.Identity, Episode> eldest) {
          return size() > CALLERS;
        }
      };

  /**
   * A query.
   *
   * @param words the words that may be recorded
   * @param candidates ids of the operations that it can have led to; empty for any
   */
  record Query(List<String> words, Set<String> candidates) {
    Query {
      words = List.copyOf(words);
      candidates = Set.copyOf(candidates);
    }

    boolean canLeadTo(String operation) {
      return !words.isEmpty() && (candidates.isEmpty() || candidates.contains(operation));
    }
  }

  private record Asked(Query query, Instant time) {}

  /** What one caller did. */
  private static final class Episode {
    final Deque<Asked> asked = new ArrayDeque<>();
    final Set<String> written = new HashSet<>();
    LocalDate day = LocalDate.MIN;
  }

  /** Creates a log; does not access any file yet. */
  public SearchLog(SearchLogFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Remembers the queries of a search. */
  synchronized void searched(Caller caller, List<Query> queries) {
    Deque<Asked> asked = episode(caller).asked;
    for (Query query : queries) {
      asked.addLast(new Asked(query, clock.instant()));
      if (asked.size() > QUERIES) {
        asked.removeFirst();
      }
    }
  }

  /** Records which of the caller's queries led to an operation that succeeded, and forgets them. */
  void ran(Caller caller, String operation) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (List<String> words : pairs(caller, operation, today)) {
      file.append(today, words, operation);
    }
  }

  private synchronized List<List<String>> pairs(Caller caller, String operation, LocalDate today) {
    Episode episode = episode(caller);
    if (!today.equals(episode.day)) {
      episode.day = today;
      episode.written.clear();
    }
    Instant earliest = clock.instant().minus(MEMORY);
    List<List<String>> pairs = new ArrayList<>();
    for (Asked asked : List.copyOf(episode.asked)) {
      List<String> words = asked.query().words();
      boolean isRecent = !asked.time().isBefore(earliest);
      if (!isRecent || asked.query().canLeadTo(operation)) {
        episode.asked.remove(asked);
      }
      if (isRecent
          && asked.query().canLeadTo(operation)
          && episode.written.size() < PAIRS_PER_DAY
          && episode.written.add(operation + " " + String.join(" ", words))) {
        pairs.add(words);
      }
    }
    return pairs;
  }

  private Episode episode(Caller caller) {
    return episodes.computeIfAbsent(caller.owner(), unused -> new Episode());
  }
}
