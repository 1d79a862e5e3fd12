package dev.dragoman.runtime.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.guide.facts.ToolFact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told a tool does: the first sentence of its description, or words of ours. */
class ToolWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          lamp          | Shows a lamp. Takes its id.                  | Shows a lamp.
          lamp          | Shows a lamp                                 | Shows a lamp
          lamp          | Shows lamps, e.g. red ones. Takes a color.   | Shows lamps, e.g. red ones.
          lamp          | Shows version 1.5 of a lamp. More.           | Shows version 1.5 of a lamp.
          lamp          | Really delete? It cannot be undone!          | Really delete?
          lamp          | `Shows a lamp.\n\n# More`                    | Shows a lamp.
          lamp          | `\n  Shows\ta lamp.\nMore`                   | Shows\ta lamp.
          lamp          | Zeigt Lampen. Öffnet nichts.                 | Zeigt Lampen.
          lamp          | ``                                           | ``
          execute_read  | For models.                                  | Runs an operation that only reads.
          execute_write | For models.                                  | Runs an operation that changes something.
          """)
  void theFirstSentenceIsShown(String name, String description, String words) {
    assertThat(ToolWords.of(new ToolFact(name, description))).isEqualTo(words);
  }
}
