package dev.dragoman.runtime.page;

import java.util.Locale;

/** All operations with their access levels, one entry per tag, which opens. */
final class OperationsSection {
  /** With at most so many operations, all entries are open. */
  private static final int FEW = 30;

  /** Characters of an operation, approximately. */
  private static final int ROW = 320;

  private OperationsSection() {}

  /**
   * The list.
   *
   * @param writes whether a caller may choose full access
   */
  static Section of(Operations operations, boolean writes) {
    Html html = new Html(operations.count() * ROW + 2_048);
    html.element(
        "p",
        "The access level says what an operation can do. Reads are available to every connection; "
            + (writes
                ? "writes and destructive operations need full access."
                : "this server does not allow writes and destructive operations."));
    filter(html);
    boolean open = operations.count() <= FEW;
    html.open("div", "class", "stack");
    operations.groups().forEach(group -> group(html, group, open));
    html.close();
    if (operations.omitted() > 0) {
      html.element(
          "p",
          number(operations.omitted())
              + " more operations are not listed here; search finds them.");
    }
    return new Section("operations", "Operations", "Operations", html);
  }

  /** In place of the list, where callers need a credential. */
  static Section unlisted(int count) {
    Html html = new Html();
    html.element(
        "p",
        "This server shows its "
            + number(count)
            + " operations to callers with a credential only. Agents find them with search.");
    return new Section("operations", "Operations", "Operations", html);
  }

  private static void filter(Html html) {
    html.open("div", "class", "field filter", "data-script", "", "hidden", "");
    html.element("label", "Filter by name, path, words or access level", "for", "filter");
    html.empty(
        "input",
        "id",
        "filter",
        "type",
        "search",
        "autocomplete",
        "off",
        "aria-describedby",
        "filtered");
    html.element(
        "p",
        "",
        "id",
        "filtered",
        "class",
        "small quiet said",
        "role",
        "status",
        "aria-live",
        "polite");
    html.close();
  }

  private static void group(Html html, Operations.Group group, boolean open) {
    html.open("details", "class", "group", open ? "open" : "", "");
    html.open("summary").element("h3", group.tag());
    html.element("span", number(group.rows().size()), "class", "aside count").close();
    html.open("ul", "class", "operations");
    group.rows().forEach(row -> row(html, row));
    html.close().close();
  }

  private static void row(Html html, Operations.Row row) {
    String level = row.access().word();
    html.open("li").open("p", "class", "operation").element("code", row.id());
    if (row.deprecated()) {
      html.element("span", "deprecated", "class", "tag plain");
    }
    html.element("span", level, "class", "tag " + level).close();
    html.element("p", row.route(), "class", "route");
    if (!row.summary().isEmpty()) {
      html.element("p", row.summary(), "class", "does");
    }
    html.close();
  }

  static String number(int value) {
    return String.format(Locale.ENGLISH, "%,d", value);
  }
}
