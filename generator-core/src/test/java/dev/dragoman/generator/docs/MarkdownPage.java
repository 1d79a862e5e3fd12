package dev.dragoman.generator.docs;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown file with what other pages can link to and what it links to.
 *
 * @param file relative to the repository, or absolute
 * @param text without fenced code blocks and code spans
 */
record MarkdownPage(Path file, String text) {
  private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```$");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]\\[]*]\\(<?([^)\\s>]+)>?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?)(?: +#+)?$");
  private static final Pattern ID = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");

  /** Folders without documentation: output, and source folders with templates and test data. */
  private static final Set<String> SKIPPED =
      Set.of("target", ".git", ".github", "src", "node_modules");

  static MarkdownPage read(Path file) throws IOException {
    return of(file, Files.readString(file));
  }

  static MarkdownPage of(Path file, String source) {
    return new MarkdownPage(file.normalize(), FENCE.matcher(source).replaceAll(""));
  }

  /** All documentation pages below a folder. */
  static List<MarkdownPage> below(Path root) throws IOException {
    List<MarkdownPage> pages = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes unused) {
            return SKIPPED.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes unused)
              throws IOException {
            if (file.toString().endsWith(".md")) {
              pages.add(read(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return pages;
  }

  /** The targets of links that are not URLs, e.g. {@code ../README.md#try-it}. */
  List<String> links() {
    return LINK.matcher(CODE.matcher(text).replaceAll("`code`"))
        .results()
        .map(link -> link.group(1))
        .filter(target -> !target.matches("[a-z][a-z+.-]*:.*"))
        .toList();
  }

  /** The files of the repository that the page links to. */
  Set<Path> targets() {
    Set<Path> targets = new LinkedHashSet<>();
    for (String link : links()) {
      targets.add(target(link));
    }
    return targets;
  }

  /** The file that a link leads to; may not exist. */
  Path target(String link) {
    String path = link.replaceFirst("#.*", "");
    return path.isEmpty() ? file : file.resolveSibling(path).normalize();
  }

  /** The anchors that GitHub gives to the headings, and explicit ones. */
  Set<String> anchors() {
    Set<String> anchors = new LinkedHashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    Matcher heading = HEADING.matcher(text);
    while (heading.find()) {
      String anchor = anchor(heading.group(1));
      int before = seen.merge(anchor, 1, Integer::sum) - 1;
      anchors.add(before == 0 ? anchor : anchor + "-" + before);
    }
    ID.matcher(text).results().forEach(id -> anchors.add(id.group(1)));
    return anchors;
  }

  private static String anchor(String heading) {
    return heading
        .replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}
