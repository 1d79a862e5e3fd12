import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What .ci/promises runs, from the root of the repository. */
final class Promises {
  private static final int COUNT = 20;
  private static final Pattern WORD = Pattern.compile("(S\\d+)\\b");
  private static final Pattern OF_CLASS =
      Pattern.compile("^@DisplayName\\(\\s*\"(S\\d+)\\b", Pattern.MULTILINE);

  /** Results by promise and then by test. */
  private final Map<String, Map<String, List<String>>> shown = new TreeMap<>();

  public static void main(String[] folders) throws Exception {
    Promises promises = new Promises();
    for (String folder : folders) {
      if (Files.isDirectory(Path.of(folder))) {
        promises.readAll(Path.of(folder));
      }
    }
    System.exit(promises.print() ? 0 : 1);
  }

  private void readAll(Path folder) throws Exception {
    List<Path> reports;
    try (Stream<Path> files = Files.list(folder)) {
      reports = files.filter(Promises::isReport).sorted().toList();
    }
    for (Path report : reports) {
      read(report);
    }
  }

  private static boolean isReport(Path file) {
    return file.getFileName().toString().matches("TEST-.*\\.xml");
  }

  private void read(Path report) throws Exception {
    String type = report.getFileName().toString().replaceAll("^TEST-|\\.xml$", "");
    Optional<String> ofClass = promiseOfClass(type);
    NodeList cases =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      Element test = (Element) cases.item(i);
      String name = test.getAttribute("name");
      Matcher word = WORD.matcher(name);
      Optional<String> promise = word.lookingAt() ? Optional.of(word.group(1)) : ofClass;
      String title = type.replaceAll(".*\\.", "") + ": " + withoutParameters(name);
      promise.ifPresent(
          key ->
              shown
                  .computeIfAbsent(key, added -> new TreeMap<>())
                  .computeIfAbsent(title, added -> new ArrayList<>())
                  .add(result(test)));
    }
  }

  /** The word in a test class's own display name, which the reports do not hold. */
  private static Optional<String> promiseOfClass(String type) throws IOException {
    String source = "src/test/java/" + type.replaceAll("\\$.*", "").replace('.', '/') + ".java";
    try (Stream<Path> modules = Files.list(Path.of("."))) {
      for (Path module : modules.toList()) {
        if (Files.exists(module.resolve(source))) {
          Matcher name = OF_CLASS.matcher(Files.readString(module.resolve(source)));
          return name.find() ? Optional.of(name.group(1)) : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static String withoutParameters(String name) {
    return name.replaceAll("(?s)[({\\[].*", "").strip();
  }

  private static String result(Element test) {
    return Stream.of("failure", "error", "skipped")
        .filter(result -> test.getElementsByTagName(result).getLength() > 0)
        .findFirst()
        .orElse("passed");
  }

  /** Whether every promise is kept. */
  private boolean print() {
    List<String> broken =
        IntStream.rangeClosed(1, COUNT)
            .mapToObj(number -> "S" + number)
            .filter(promise -> !print(promise, shown.getOrDefault(promise, Map.of())))
            .toList();
    System.out.println(
        broken.isEmpty() ? "All promises are shown." : "Not shown: " + String.join(", ", broken));
    return broken.isEmpty();
  }

  private static boolean print(String promise, Map<String, List<String>> tests) {
    List<String> results = tests.values().stream().flatMap(List::stream).toList();
    boolean kept =
        results.contains("passed") && !results.contains("failure") && !results.contains("error");
    System.out.println((kept ? "ok    " : "FAIL  ") + promise + ": " + counts(results));
    tests.forEach((test, ends) -> System.out.println("        " + test + " - " + counts(ends)));
    return kept;
  }

  private static String counts(List<String> results) {
    return results.isEmpty()
        ? "no test"
        : results.stream()
            .distinct()
            .sorted()
            .map(result -> Collections.frequency(results, result) + " " + result)
            .collect(Collectors.joining(", "));
  }
}
