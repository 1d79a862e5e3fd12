package dev.dragoman.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** {@code docs/reference/plugin.md}; {@code -Ddragoman.golden=refresh} writes it anew. */
class PluginPageTest {
  private static final Path PAGE = Path.of("../docs/reference/plugin.md");

  private static final String INTRODUCTION =
      """
      # Goals and parameters of the plugin

      Reference, generated from the plugin's descriptor: the same texts as in its `help` goal. A parameter with a property can
      be set on the command line as `-Dproperty=value`; any parameter can be set in the `<configuration>` of an execution. A
      goal that is invoked as `goal@ID` uses the configuration of the execution with that id.

      """;

  /** A parameter as the descriptor has it. */
  private record Setting(
      String name, String type, boolean required, String text, String property, String otherwise) {}

  /** A goal as the descriptor has it; the parameters by name. */
  private record Command(String name, String phase, String text, Map<String, Setting> settings) {}

  @Test
  void thePageIsThatOfTheDescriptor() throws Exception {
    String page = page(goals());
    if ("refresh".equals(System.getProperty("dragoman.golden"))) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("run this test with -Ddragoman.golden=refresh after an intended change")
        .isEqualTo(page);
  }

  @Test
  void everyGoalAndParameterIsDescribed() throws Exception {
    assertThat(goals())
        .hasSizeGreaterThan(8)
        .allSatisfy(
            goal -> {
              assertThat(goal.text()).as(goal.name()).isNotEmpty();
              assertThat(goal.settings().values())
                  .allSatisfy(one -> assertThat(one.text()).as(one.name()).isNotEmpty());
            });
  }

  private static String page(List<Command> goals) {
    Command generate =
        goals.stream().filter(goal -> goal.name().equals("generate")).findFirst().orElseThrow();
    StringBuilder page = new StringBuilder(INTRODUCTION);
    page.append("| goal | phase | |\n|---|---|---|\n");
    for (Command goal : goals) {
      String first = goal.text().replaceAll("(?s)(?<=[.])\\s.*", "");
      page.append(
          row("[" + goal.name() + "](#" + goal.name() + ")", code(goal.phase()), escaped(first)));
    }
    section(page, generate, Map.of());
    for (Command goal : goals) {
      if (!goal.equals(generate)) {
        section(page, goal, generate.settings());
      }
    }
    return page.toString();
  }

  /** Parameters that a goal shares with another one are only named. */
  private static void section(StringBuilder page, Command goal, Map<String, Setting> known) {
    page.append("\n## ")
        .append(goal.name())
        .append("\n\n")
        .append(escaped(goal.text()))
        .append('\n');
    Map<Boolean, List<Setting>> settings =
        goal.settings().values().stream()
            .collect(Collectors.partitioningBy(one -> one.equals(known.get(one.name()))));
    List<Setting> own = settings.getOrDefault(false, List.of());
    List<Setting> shared = settings.getOrDefault(true, List.of());
    if (!own.isEmpty()) {
      page.append("\n| parameter | type | default | property | |\n|---|---|---|---|---|\n");
      own.forEach(one -> page.append(row(one)));
    }
    if (!shared.isEmpty()) {
      page.append("\nAs in [generate](#generate): ")
          .append(shared.stream().map(one -> code(one.name())).collect(Collectors.joining(", ")))
          .append(".\n");
    }
  }

  private static String row(Setting one) {
    return row(
        code(one.name()),
        one.type().replaceAll(".*\\.", ""),
        code(one.otherwise()),
        code(one.property()),
        escaped(one.text()) + (one.required() ? " Required." : ""));
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells).replaceAll(" {2,}", " ") + " |\n";
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }

  /** Text in a table cell; elements of a POM are code. */
  private static String escaped(String text) {
    return text.strip()
        .replaceAll("\\s+", " ")
        .replace("|", "\\|")
        .replaceAll("(<[a-zA-Z].*>)", "`$1`")
        .replaceAll("(mvn dev\\..*)$", "`$1`")
        .replaceAll("(?<=[a-z]) mvn dev", "` or `mvn dev")
        .replaceAll("(?<!`)(\\*+)(?= matches)", "`$1`");
  }

  private static List<Command> goals() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(
            PluginPageTest.class.getResourceAsStream("/META-INF/maven/plugin.xml"))) {
      Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
      return elements(document.getElementsByTagName("mojo")).stream()
          .map(PluginPageTest::goal)
          .filter(goal -> !goal.name().equals("help"))
          .toList();
    }
  }

  private static Command goal(Element mojo) {
    Element values = child(mojo, "configuration");
    Map<String, Setting> settings = new LinkedHashMap<>();
    for (Element one : elements(child(mojo, "parameters").getElementsByTagName("parameter"))) {
      if (text(one, "editable").equals("true")) {
        Setting setting = setting(one, values);
        settings.put(setting.name(), setting);
      }
    }
    return new Command(
        text(mojo, "goal"), text(mojo, "phase"), text(mojo, "description"), settings);
  }

  private static Setting setting(Element parameter, Element values) {
    String name = text(parameter, "name");
    List<Element> value = elements(values.getElementsByTagName(name));
    return new Setting(
        name,
        text(parameter, "type"),
        text(parameter, "required").equals("true"),
        text(parameter, "description"),
        value.stream()
            .map(one -> one.getTextContent().replaceAll("^\\$\\{|}$", ""))
            .collect(Collectors.joining()),
        value.stream().map(one -> one.getAttribute("default-value")).collect(Collectors.joining()));
  }

  private static Element child(Element parent, String name) {
    return elements(parent.getChildNodes()).stream()
        .filter(one -> one.getTagName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name));
  }

  private static String text(Element parent, String name) {
    return elements(parent.getChildNodes()).stream()
        .filter(one -> one.getTagName().equals(name))
        .map(Node::getTextContent)
        .collect(Collectors.joining());
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }
}
