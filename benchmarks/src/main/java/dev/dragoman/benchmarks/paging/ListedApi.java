package dev.dragoman.benchmarks.paging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.benchmarks.serving.LoopbackApi;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An API with a list of 250 items, which it returns in pages as the document of the called
 * operation says: it knows the document, but not what was recognized in it. Tokens and ids are
 * accepted in whatever parameter they come; numbers are those of pages or items, by the parameter's
 * name.
 */
final class ListedApi implements LoopbackApi.Script {
  static final int ITEMS = 250;
  private static final int USUAL_SIZE = 30;
  private static final int LARGEST_SIZE = 100;
  private static final Pattern TOKEN = Pattern.compile("tk(\\d+)z");
  private static final Pattern ID =
      Pattern.compile("it(\\d+)x|7(\\d{5})|00000000-0000-4000-8000-(\\d{12})");
  private static final Pattern SIZE =
      Pattern.compile(
          ".*(limit|perpage|pagesize|maxresults|hitsperpage|maxitems)|top|take|size|count|first");
  private static final Pattern OFFSET =
      Pattern.compile(".*(offset|skip|startat|startindex|startposition)|start|from");
  private static final Pattern PAGE =
      Pattern.compile("(.*page)?(number|no|num|index)?|.*currentpage|page");

  private final SchemaLookup schemas;
  private volatile OperationPlan operation;
  private volatile String lastTarget = "";

  ListedApi(SchemaLookup schemas, OperationPlan first) {
    this.schemas = schemas;
    this.operation = first;
  }

  /** The operation that is called from now on. */
  void serve(OperationPlan next) {
    operation = next;
    lastTarget = "";
  }

  /** The target of the last request; empty if there was none. */
  String lastTarget() {
    return lastTarget;
  }

  @Override
  public boolean answer(String request, OutputStream out) throws IOException {
    String target = request.substring(request.indexOf(' ') + 1, request.indexOf(" HTTP/"));
    Map<String, String> values = values(request, target);
    int size = Math.min(number(values, SIZE).orElse(USUAL_SIZE), LARGEST_SIZE);
    int start = start(values, size);
    DocumentPage page =
        new DocumentPage(schemas, operation, target.replaceFirst("\\?.*", ""), start, size);
    lastTarget = target;
    byte[] body = JsonMapper.shared().writeValueAsString(page.body()).getBytes(UTF_8);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: "
            + page.mediaType()
            + "\r\n"
            + (page.link().isEmpty() ? "" : "Link: " + page.link() + "\r\n")
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    out.write(head.getBytes(ISO_8859_1));
    out.write(body);
    return true;
  }

  /** The values of a request by their names, wherever they are. */
  private static Map<String, String> values(String request, String target) {
    Map<String, String> values = new LinkedHashMap<>();
    int question = target.indexOf('?');
    String query = question < 0 ? "" : target.substring(question + 1);
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        values.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
      }
    }
    int end = request.indexOf("\r\n\r\n");
    request
        .substring(0, end)
        .lines()
        .skip(1)
        .map(line -> line.split(": *", 2))
        .forEach(
            header -> {
              if (header.length == 2 && TOKEN.matcher(header[1]).matches()) {
                values.put(header[0], header[1]);
              }
            });
    try {
      add(JsonMapper.shared().readTree(request.substring(end + 4)), "", values);
    } catch (JacksonException notJson) {
      // A form, or no body.
    }
    return values;
  }

  private static void add(JsonNode node, String name, Map<String, String> into) {
    if (node.isObject()) {
      node.properties().forEach(member -> add(member.getValue(), member.getKey(), into));
    } else if (node.isValueNode() && !node.isNull()) {
      into.putIfAbsent(name, node.asString(""));
    }
  }

  private int start(Map<String, String> values, int size) {
    for (String value : values.values()) {
      Matcher token = TOKEN.matcher(value);
      Matcher id = ID.matcher(value);
      if (token.matches()) {
        return Integer.parseInt(token.group(1));
      } else if (id.matches()) {
        return IntStream.rangeClosed(1, id.groupCount())
                .mapToObj(id::group)
                .filter(Objects::nonNull)
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow()
            + 1;
      }
    }
    Optional<Integer> offset = number(values, OFFSET);
    if (offset.isPresent()) {
      return Math.max(0, offset.get() - firstItem());
    }
    return number(values, PAGE)
        .map(page -> Math.max(0, page - DocumentPage.firstPage(operation)) * size)
        .orElse(0);
  }

  private int firstItem() {
    return operation.parameters().stream()
            .anyMatch(
                one ->
                    one.name().equalsIgnoreCase("startIndex")
                        || one.name().equalsIgnoreCase("startPosition"))
        ? 1
        : 0;
  }

  private static Optional<Integer> number(Map<String, String> values, Pattern name) {
    List<Integer> found = new ArrayList<>();
    values.forEach(
        (key, value) -> {
          String plain = DocumentPage.plain(key);
          boolean isSize = name != SIZE && SIZE.matcher(plain).matches();
          if (!plain.isEmpty()
              && !isSize
              && name.matcher(plain).matches()
              && value.matches("\\d{1,6}")) {
            found.add(Integer.valueOf(value));
          }
        });
    return found.stream().findFirst();
  }

  static String token(int start) {
    return "tk" + start + "z";
  }

  /** The id of an item in an API whose ids are UUIDs. */
  static String uuid(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
