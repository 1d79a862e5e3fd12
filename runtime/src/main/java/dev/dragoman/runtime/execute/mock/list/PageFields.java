package dev.dragoman.runtime.execute.mock.list;

import dev.dragoman.runtime.execute.mock.value.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sets the members of a response that describe its page, such as {@code has_more}. */
public final class PageFields {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MAX_DEPTH = 3;
  private static final Set<String> MORE = Set.of("hasmore", "hasnext", "hasnextpage", "more");
  private static final Set<String> LAST = Set.of("islast", "last", "lastpage", "islastpage");
  private static final Set<String> TOTAL =
      Set.of(
          "total",
          "totalcount",
          "totalitems",
          "totalresults",
          "totalsize",
          "totalelements",
          "totalrecords",
          "totalentries",
          "nbhits");
  private static final Set<String> COUNT = Set.of("count", "numberofelements");
  private static final Set<String> PAGES =
      Set.of("totalpages", "numpages", "pages", "pagecount", "nbpages");
  private static final Set<String> START =
      Set.of("startat", "offset", "start", "skip", "startindex");
  private static final Set<String> NUMBER =
      Set.of("page", "pagenumber", "currentpage", "pageindex");
  private static final Set<String> SIZE =
      Set.of("maxresults", "limit", "pagesize", "perpage", "size", "itemsperpage", "hitsperpage");
  private static final Set<String> NEXT =
      Set.of(
          "next",
          "nextcursor",
          "nextpage",
          "nextpagetoken",
          "nextpagecursor",
          "nextpageuri",
          "nextpageurl",
          "nextpagelink",
          "nexttoken",
          "nexturl",
          "nexturi",
          "nextlink",
          "nextmarker",
          "odatanextlink",
          "endcursor",
          "continuationtoken",
          "nextpageid");
  private static final Set<String> PREVIOUS =
      Set.of(
          "previous",
          "prev",
          "previouspage",
          "prevpage",
          "previouspageuri",
          "previousurl",
          "prevurl",
          "previouslink",
          "prevlink",
          "previouscursor",
          "prevcursor");

  private final Page page;
  private final JsonNode planned;
  private final Function<List<String>, JsonNode> schemas;

  private PageFields(Page page, JsonNode planned, Function<List<String>, JsonNode> schemas) {
    this.page = page;
    this.planned = planned;
    this.schemas = schemas;
  }

  /**
   * Sets the members in an object and in the objects inside it, but not in its lists.
   *
   * @param planned how the operation pages, in the catalog; missing if that is not known
   * @param schemas the flattened schema of the object at a path
   */
  public static void set(
      JsonNode body, Page page, JsonNode planned, Function<List<String>, JsonNode> schemas) {
    new PageFields(page, planned, schemas).set(body, List.of());
  }

  private void set(JsonNode body, List<String> path) {
    if (body instanceof ObjectNode object && path.size() < MAX_DEPTH) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode value = object.path(name);
        String plain = Names.plain(name);
        boolean next = NEXT.contains(plain) && page.next().isEmpty();
        if (value.isObject() && !next && !PREVIOUS.contains(plain)) {
          set(value, below(path, name));
        } else if (!value.isArray()) {
          set(object, name, plain, path);
        }
      }
    }
  }

  private static List<String> below(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }

  private void set(ObjectNode object, String name, String plain, List<String> path) {
    boolean more = page.next().isPresent();
    JsonNode sample = object.path(name);
    List<String> member = below(path, name);
    boolean next = NEXT.contains(plain) || isPlanned("field", member) || isNextLink(path, plain);
    if (sample.isBoolean()) {
      if (MORE.contains(plain) || isPlanned("more", member)) {
        object.put(name, more);
      } else if (LAST.contains(plain) || isPlanned("last", member)) {
        object.put(name, !more);
      }
    } else if (PREVIOUS.contains(plain) || (next && !more)) {
      end(object, name, schemas.apply(path));
    } else if (next) {
      object.set(name, next(plain, sample));
    } else if (isPlanned("total", member)) {
      object.put(name, page.total());
    } else if (sample.isNumber()) {
      number(object, name, plain);
    }
  }

  /** A link inside an object for the next page, such as {@code next.href}. */
  private static boolean isNextLink(List<String> path, String plain) {
    boolean inside = !path.isEmpty() && NEXT.contains(Names.plain(path.get(path.size() - 1)));
    return inside && (plain.equals("href") || plain.equals("link") || plain.equals("url"));
  }

  private boolean isPlanned(String role, List<String> member) {
    String path = planned.path(role).asString("");
    boolean inBody = !planned.path("kind").asString("").equals("lastItem") || !role.equals("field");
    return inBody
        && !path.isEmpty()
        && (path.equals(String.join(".", member)) || path.equals("/" + String.join("/", member)));
  }

  /** There is no such page: null, where the schema allows it, or nothing. */
  private static void end(ObjectNode object, String name, JsonNode schema) {
    JsonNode member = schema.path("properties").path(name);
    boolean nullable =
        member.isMissingNode()
            || member.path("nullable").asBoolean(false)
            || member.toString().contains("\"null\"");
    boolean required = schema.path("required").values().contains(NODES.stringNode(name));
    if (nullable) {
      object.putNull(name);
    } else if (required) {
      object.put(name, "");
    } else {
      object.remove(name);
    }
  }

  private void number(ObjectNode object, String name, String plain) {
    if (TOTAL.contains(plain)) {
      object.put(name, page.total());
    } else if (COUNT.contains(plain)) {
      object.put(name, page.items().size());
    } else if (PAGES.contains(plain)) {
      object.put(name, (page.total() + page.size() - 1) / page.size());
    } else if (START.contains(plain)) {
      object.put(name, page.start());
    } else if (NUMBER.contains(plain)) {
      object.put(name, page.number());
    } else if (SIZE.contains(plain)) {
      object.put(name, page.size());
    }
  }

  /** A link, or the value of the parameter. */
  private JsonNode next(String plain, JsonNode sample) {
    String value = page.next().orElse("");
    String text = sample.asString("");
    boolean link =
        plain.endsWith("uri")
            || plain.endsWith("url")
            || plain.endsWith("link")
            || plain.equals("href")
            || text.startsWith("/")
            || text.contains("://");
    if (link) {
      return NODES.stringNode(page.nextLink().orElse(value));
    }
    return sample.isNumber() && value.matches("[0-9]{1,9}")
        ? NODES.numberNode(Integer.parseInt(value))
        : NODES.stringNode(value);
  }
}
