package dev.dragoman.runtime.page;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.tool.ForeignText;
import java.util.List;

/** The APIs of a server of several, with the headers and the number of operations of each. */
final class ApisSection {
  private static final int MAX_TITLE = 120;
  private static final int MAX_VERSION = 40;

  private ApisSection() {}

  static Section of(List<ApiFacts> apis) {
    Html html = new Html();
    html.element(
        "p",
        "Operations are named api:operation. Each API has a key, an access mode and settings of its"
            + " own.");
    html.open("dl", "class", "terms");
    apis.forEach(api -> api(html, api));
    html.close();
    return new Section("apis", "APIs", "APIs", html);
  }

  private static void api(Html html, ApiFacts api) {
    ConnectionFacts connection = api.connection();
    Operations operations = Operations.of(api.catalog().get());
    html.open("div").open("dt").element("code", api.id());
    html.element("span", title(api), "class", "aside").close();
    html.element(
        "dd",
        OperationsSection.number(operations.count())
            + " operations: "
            + OperationsSection.number(operations.levels().getOrDefault(AccessLevel.READ, 0))
            + " read, "
            + OperationsSection.number(operations.levels().getOrDefault(AccessLevel.WRITE, 0))
            + " write, "
            + OperationsSection.number(operations.levels().getOrDefault(AccessLevel.DESTRUCTIVE, 0))
            + " destructive.");
    html.open("dd").text("Headers: ");
    if (connection.takesKeys()) {
      html.element("code", api.keyHeader()).text(", ");
    }
    html.element("code", connection.names().accessModeHeader()).text(".").close();
    html.close();
  }

  private static String title(ApiFacts api) {
    String version = ForeignText.clip(ForeignText.line(api.version()), MAX_VERSION);
    return ForeignText.clip(ForeignText.line(api.connection().title()), MAX_TITLE)
        + (version.isEmpty() ? "" : ", version " + version);
  }
}
