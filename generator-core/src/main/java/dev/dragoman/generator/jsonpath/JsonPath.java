package dev.dragoman.generator.jsonpath;

import dev.dragoman.generator.model.Json;
import java.util.List;

/**
 * A JSONPath query (RFC 9535). Implemented here because results must keep the location of each
 * value in the document.
 */
public final class JsonPath {
  private final Query query;

  private JsonPath(Query query) {
    this.query = query;
  }

  /**
   * Parses a query.
   *
   * @throws JsonPathException if the text is not well-formed or not valid
   */
  public static JsonPath parse(String text) {
    return new JsonPath(new PathParser(new Scanner(text)).whole());
  }

  /** The selected nodes, in the order of RFC 9535. The same node may be selected more than once. */
  public List<Node> select(Json root) {
    Node node = Node.root(root);
    return query.select(new Query.Context(node, node));
  }
}
