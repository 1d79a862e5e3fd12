package dev.dragoman.generator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/reference/problems.md} explains each code that is reported, and no other. */
class ProblemsPageTest {
  private static final Pattern CODE = Pattern.compile("DRG-[A-Z]+-\\d{3}");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(DRG-[A-Z]+-\\d{3})` \\| (.+?) \\| (.+?) \\|$");

  /** Codes that are made of a constant prefix and a number. */
  private static final Pattern PREFIX = Pattern.compile("String (\\w+) = \"(DRG-[A-Z]+-)\"");

  @Test
  void everyCodeHasARow() throws IOException {
    List<MatchResult> rows = rows();
    assertThat(rows.stream().map(row -> row.group(1)).toList())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(codes(Sources.all()))
        .hasSizeGreaterThan(50);
  }

  @Test
  void everyRowSaysWhatItMeansAndWhatToDo() throws IOException {
    assertThat(rows())
        .allSatisfy(
            row -> {
              assertThat(row.group(2)).as(row.group()).matches("[A-Z][^|]{15,}\\.");
              assertThat(row.group(3)).as(row.group()).matches("[A-Z][^|]{10,}\\.");
            });
    assertThat(rows().stream().map(row -> row.group(2)).toList()).doesNotHaveDuplicates();
  }

  @Test
  void noPageMentionsACodeThatDoesNotExist() throws IOException {
    Set<String> known = codes(Sources.all());
    for (MarkdownPage page : MarkdownPage.below(Path.of(".."))) {
      assertThat(known).as(page.file().toString()).containsAll(found(page.text()));
    }
  }

  @Test
  void codesOfEveryKindAreFound() {
    assertThat(
            codes(
                List.of(
                    "A(\"DRG-SPEC-901\"), // B",
                    "static final String BASE = \"DRG-WORD-\";",
                    "static final String ONE = Problem.BASE + \"902\";",
                    "/** e.g. {@code DRG-SPEC-903} */")))
        .containsExactly("DRG-SPEC-901", "DRG-SPEC-903", "DRG-WORD-902");
  }

  private static List<MatchResult> rows() throws IOException {
    return ROW.matcher(Files.readString(Path.of("../docs/reference/problems.md")))
        .results()
        .toList();
  }

  private static Set<String> codes(List<String> sources) {
    Set<String> codes = new TreeSet<>();
    sources.forEach(source -> codes.addAll(found(source)));
    for (String source : sources) {
      Matcher prefix = PREFIX.matcher(source);
      while (prefix.find()) {
        Pattern use = Pattern.compile("\\b" + prefix.group(1) + " \\+ \"(\\d{3})\"");
        for (String other : sources) {
          use.matcher(other).results().forEach(one -> codes.add(prefix.group(2) + one.group(1)));
        }
      }
    }
    return codes;
  }

  private static Set<String> found(String text) {
    Set<String> found = new TreeSet<>();
    CODE.matcher(text).results().forEach(code -> found.add(code.group()));
    return found;
  }
}
