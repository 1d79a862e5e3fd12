package dev.dragoman.runtime.app.flag;

import dev.dragoman.runtime.AccessNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of flags, variables and headers printed by {@code --help}. */
public final class Help {
  private static final int WIDTH = 80;
  private static final String INDENT = "      ";
  public static final String NO_FLAG = "(variable only)";

  private Help() {}

  /**
   * A setting of a server.
   *
   * @param first the flag; of a caller's setting, the variable
   * @param second the variable; of a caller's setting, the header
   * @param otherwise the default; may be empty
   * @param text what it does, in sentences
   */
  public record Row(String first, String second, String otherwise, String text) {}

  public static String of(String title, AccessNames names) {
    return "MCP server for "
        + title
        + "\n\n"
        + table(concat(new Row("FLAG", "VARIABLE", "", ""), flags(names)))
        + "\nCaller settings, by variable over stdio, by header of each request over HTTP:\n\n"
        + table(concat(new Row("VARIABLE", "HEADER", "", ""), callers(names)))
        + "\n"
        + wrapped(
            "A flag takes precedence over its variable. As variables, switches are true or false. A"
                + " variable for a credential with the suffix _FILE names a file that contains it."
                + " A variable whose value is ${user_config.NAME}, a blank field of a bundle, is"
                + " ignored.",
            "")
        + "\n";
  }

  /**
   * The same for a server of several APIs.
   *
   * @param names the names of the server's own variables
   * @param apis the names of each API, by its id
   */
  public static String ofSeveral(String title, AccessNames names, Map<String, AccessNames> apis) {
    StringBuilder text = new StringBuilder();
    text.append("MCP server for ").append(title).append("\n\n");
    text.append(table(concat(new Row("FLAG", "VARIABLE", "", ""), flags(names))));
    text.append('\n')
        .append(
            wrapped(
                "Each API has these flags as well, with its id before their names and its own"
                    + " prefix for variables; its own value takes precedence. The APIs:",
                ""));
    apis.forEach(
        (id, own) ->
            text.append("\n  --")
                .append(id)
                .append("-FLAG, ")
                .append(own.variablePrefix())
                .append("VARIABLE"));
    text.append("\n\nCaller settings of each API, by variable over stdio, by header over HTTP:\n");
    apis.values()
        .forEach(
            own -> {
              List<Row> rows = new ArrayList<>(callers(own));
              rows.set(
                  0,
                  new Row(
                      own.apiKeyVariable(),
                      own.apiKeyHeader(),
                      "",
                      "The caller's own API key; sent to this API only."));
              text.append('\n').append(table(concat(new Row("VARIABLE", "HEADER", "", ""), rows)));
            });
    return text.toString();
  }

  private static List<Row> concat(Row head, List<Row> rows) {
    return Stream.concat(Stream.of(head), rows.stream()).toList();
  }

  /** All flags, and the variables that have no flag. */
  public static List<Row> flags(AccessNames names) {
    Stream<Row> rows =
        Stream.of(Flag.values())
            .map(
                flag ->
                    new Row(
                        flag.isSecret() ? NO_FLAG : (flag.dashed() + " " + flag.value()).strip(),
                        flag.hasVariable() ? flag.variable(names) : "",
                        flag.otherwise(),
                        flag.help()));
    return Stream.concat(rows, secrets(names)).toList();
  }

  /** Set by variables only: flags are visible in the process list. */
  private static Stream<Row> secrets(AccessNames names) {
    return Stream.of(
        new Row(
            NO_FLAG,
            names.variable(StateKeys.WORD),
            "random",
            "For servers behind one address: a shared key of 32 characters or more."),
        new Row(
            NO_FLAG,
            names.variable(SecretFiles.KEY_PASSWORD),
            "",
            "The password of the file with the key of --client-certificate."),
        new Row(
            NO_FLAG,
            names.variable("upstream-credential"),
            "",
            "The credential for --upstream-auth static, which it implies."),
        new Row(
            NO_FLAG,
            names.variable("token-client-id"),
            "",
            "This server's client id for --token-endpoint."),
        new Row(
            NO_FLAG,
            names.variable("token-client-secret"),
            "",
            "This server's secret for --token-endpoint."));
  }

  /** What a caller can set. */
  public static List<Row> callers(AccessNames names) {
    return List.of(
        new Row(
            names.apiKeyVariable(),
            "Authorization: Bearer ...",
            "",
            "The caller's own API key; sent to the API only."),
        new Row(
            names.credentialVariable("SCHEME"),
            names.credentialHeader("SCHEME"),
            "",
            "The caller's credential for one security scheme, if several are needed."),
        new Row(
            names.accessModeVariable(),
            names.accessModeHeader(),
            "read-only",
            "read-only or full-access."),
        new Row(
            names.readOnlyVariable(),
            "",
            "",
            "The access mode as a checkbox: true for read-only, false for full-access."),
        new Row(names.authModeVariable(), names.authModeHeader(), "user", "user or partner."),
        new Row(
            names.organizationVariable(),
            names.organizationHeader(),
            "",
            "Organization for the API's organization parameters: the default in partner mode, or"
                + " one of those in an access token."),
        new Row(
            names.environmentVariable(),
            names.environmentHeader(),
            "",
            "Name of one of the API's environments; the first one by default."));
  }

  /** A line with the names, followed by indented text: no line is longer than {@link #WIDTH}. */
  private static String table(List<Row> rows) {
    int first = rows.stream().mapToInt(row -> row.first().length()).max().orElse(0);
    return rows.stream().map(row -> row(row, first)).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(Row row, int first) {
    String otherwise = row.otherwise().isEmpty() ? "" : " Default: " + row.otherwise() + ".";
    return (names(row, first) + "\n" + wrapped((row.text() + otherwise).strip(), INDENT))
        .stripTrailing();
  }

  /** A text in lines that are not longer than {@link #WIDTH}. */
  private static String wrapped(String words, String indent) {
    StringBuilder text = new StringBuilder();
    int width = 0;
    for (String word : words.split(" ", -1)) {
      if (width > 0 && width + 1 + word.length() <= WIDTH) {
        text.append(' ');
        width++;
      } else {
        text.append(width > 0 ? "\n" : "").append(indent);
        width = indent.length();
      }
      text.append(word);
      width += word.length();
    }
    return text.toString();
  }

  /** Both names side by side; below each other if the line would be too long. */
  private static String names(Row row, int first) {
    String line = (pad(row.first(), first) + row.second()).stripTrailing();
    return line.length() <= WIDTH ? line : row.first() + "\n" + INDENT + row.second();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length() + 2);
  }
}
