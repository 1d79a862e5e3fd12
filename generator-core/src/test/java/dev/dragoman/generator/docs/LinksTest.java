package dev.dragoman.generator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers find every page of the documentation, and no link leads nowhere. */
class LinksTest {
  private static final Path ROOT = Path.of("..");
  private static final Path INDEX = ROOT.resolve("docs/README.md");

  @TempDir Path folder;

  @Test
  void everyLinkResolves() throws IOException {
    assertThat(broken(MarkdownPage.below(ROOT))).isEmpty();
  }

  @Test
  void theIndexLinksToEveryPage() throws IOException {
    MarkdownPage index = MarkdownPage.read(INDEX);
    assertThat(index.targets())
        .containsAll(
            MarkdownPage.below(ROOT).stream()
                .map(MarkdownPage::file)
                .filter(file -> !file.equals(index.file()))
                .toList());
  }

  @Test
  void everyPageIsReachedFromTheReadme() throws IOException {
    List<MarkdownPage> pages = MarkdownPage.below(ROOT);
    Path readme = ROOT.resolve("README.md").normalize();
    assertThat(reached(pages, readme))
        .containsAll(pages.stream().map(MarkdownPage::file).toList())
        .hasSizeGreaterThan(40);
  }

  @Test
  void aBrokenLinkIsFound() throws IOException {
    Path target = folder.resolve("target.md");
    Files.writeString(target, "# One thing\n\n# One thing\n\n## `code`, and *more*: x_y\n");
    String text =
        """
        [a](target.md#one-thing) [b](target.md#one-thing-1) [c](target.md#code-and-more-x_y)
        [d](https://example.com/none) `[e](none.md)` [f](#here) [g](target.md) [h](.)
        # Here
        ```
        [i](none.md)
        ```
        [j](missing.md) [k](target.md#two) [l](#there) [m](../gone/)
        """;
    Path source = Files.writeString(folder.resolve("source.md"), text);

    assertThat(broken(List.of(MarkdownPage.read(source), MarkdownPage.read(target))))
        .extracting(fault -> fault.substring(fault.lastIndexOf(' ') + 1))
        .containsExactly("missing.md", "target.md#two", "#there", "../gone/");
  }

  private static List<String> broken(List<MarkdownPage> pages) throws IOException {
    Map<Path, Set<String>> anchors = new HashMap<>();
    pages.forEach(page -> anchors.put(page.file(), page.anchors()));
    List<String> broken = new ArrayList<>();
    for (MarkdownPage page : pages) {
      for (String link : page.links()) {
        Path target = page.target(link);
        int hash = link.indexOf('#');
        boolean found =
            Files.exists(target)
                && (hash < 0
                    || anchors.getOrDefault(target, Set.of()).contains(link.substring(hash + 1)));
        if (!found) {
          broken.add(page.file() + ": " + link);
        }
      }
    }
    return broken;
  }

  private static Set<Path> reached(List<MarkdownPage> pages, Path start) {
    Map<Path, MarkdownPage> byFile = new HashMap<>();
    pages.forEach(page -> byFile.put(page.file(), page));
    Set<Path> reached = new LinkedHashSet<>(Set.of(start));
    Deque<Path> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      MarkdownPage page = byFile.get(open.poll());
      if (page != null) {
        page.targets().stream().filter(reached::add).forEach(open::add);
      }
    }
    return reached;
  }
}
