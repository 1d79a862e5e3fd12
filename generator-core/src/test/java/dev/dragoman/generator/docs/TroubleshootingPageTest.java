package dev.dragoman.generator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every message that {@code docs/troubleshooting.md} quotes is one that the code can print. Quotes
 * are the code spans in the first column, except those after "Java:" or "Maven:".
 */
class TroubleshootingPageTest {
  private static final Path PAGE = Path.of("../docs/troubleshooting.md");
  private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| (?!you see|---)(.+?) \\| ");
  private static final Pattern QUOTE = Pattern.compile("(Java: |Maven: )?`([^`]+)`");

  /** Names of headers, paths and files are in code, too, but are not messages. */
  private static final Pattern NAME =
      Pattern.compile(
          "/[a-z]*|java|Retry-After: 1|WWW-Authenticate: Bearer( resource_metadata=\"…\")?");

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern CONCATENATION = Pattern.compile("\"\\s*\\+\\s*\"");

  @Test
  void everyQuotedMessageIsInTheCode() throws IOException {
    List<String> literals = literals(Sources.all());
    assertThat(quotes(Files.readString(PAGE)))
        .hasSizeGreaterThan(45)
        .allSatisfy(quote -> assertThat(missing(quote, literals)).as(quote).isEmpty());
  }

  @Test
  void everyRowSaysWhyAndWhatToDo() throws IOException {
    List<String> rows =
        Files.readString(PAGE).lines().filter(line -> line.startsWith("| ")).toList();
    assertThat(rows).allMatch(row -> row.matches("\\| [^|]+ \\| [^|]{3,} \\| [^|]{7,} \\|"));
  }

  @Test
  void aMessageThatIsNotPrintedIsFound() {
    List<String> code =
        literals(
            List.of(
                """
                String one = "The lamp " + name + " is off:" + " it has no bulb.";
                String two = "The \\"shade\\" of %s is %d cm wide.".formatted(a, b);
                """));
    assertThat(missing("The lamp … is off: it has no bulb.", code)).isEmpty();
    assertThat(missing("The \"shade\" of … is … cm wide.", code)).isEmpty();
    assertThat(missing("The lamp … is on.", code)).containsExactly("is on.");
    assertThat(missing("The lamp hall is off", code)).containsExactly("The lamp hall is off");
  }

  @Test
  void quotesOfOtherProgramsAreNotOurs() {
    assertThat(
            quotes(
                """
                | you see | why | what to do |
                |---|---|---|
                | 401, `Not here.` and Java: `NoSuchThing` | `no` | `no` |
                | Maven: `No plugin` | a | b |
                | at `/mcp`, `The lamp` | a | b |
                """))
        .containsExactly("Not here.", "The lamp");
  }

  private static List<String> quotes(String page) {
    List<String> quotes = new ArrayList<>();
    Matcher cell = FIRST_CELL.matcher(page);
    while (cell.find()) {
      Matcher quote = QUOTE.matcher(cell.group(1));
      while (quote.find()) {
        if (quote.group(1) == null && !NAME.matcher(quote.group(2)).matches()) {
          quotes.add(quote.group(2));
        }
      }
    }
    return quotes;
  }

  /** The constant parts of a message that no literal contains. */
  private static List<String> missing(String quote, List<String> literals) {
    return List.of(quote.split("…")).stream()
        .map(String::strip)
        .filter(part -> part.length() > 2)
        .filter(part -> literals.stream().noneMatch(literal -> literal.contains(part)))
        .toList();
  }

  /** The string literals of Java sources, those that are concatenated as one. */
  private static List<String> literals(List<String> sources) {
    return sources.stream()
        .map(source -> CONCATENATION.matcher(source).replaceAll(""))
        .flatMap(source -> LITERAL.matcher(source).results())
        .map(TroubleshootingPageTest::unescaped)
        .toList();
  }

  private static String unescaped(MatchResult literal) {
    return literal.group(1).replace("\\n", "\n").replaceAll("\\\\(.)", "$1");
  }
}
