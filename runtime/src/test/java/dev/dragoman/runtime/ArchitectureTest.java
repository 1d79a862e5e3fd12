package dev.dragoman.runtime;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may depend on which: every package is listed, and may use those it names only. */
class ArchitectureTest {
  private static final String ROOT = "dev.dragoman.runtime";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** The empty name is the root package. */
  private static final Map<String, Set<String>> ALLOWED =
      new TreeMap<>(
          Map.ofEntries(
              rule("", "request"),
              rule(
                  "app",
                  "",
                  "app.flag",
                  "audit",
                  "execute.credential",
                  "several",
                  "mcp.tool",
                  "tool.confirm",
                  "tool.custom",
                  "tool.feedback",
                  "tool.search",
                  "tool.searchlog",
                  "auth",
                  "auth.oauth",
                  "catalog",
                  "credential",
                  "execute",
                  "execute.client",
                  "execute.client.proxy",
                  "execute.client.tls",
                  "execute.http",
                  "execute.mock",
                  "execute.origin",
                  "extension",
                  "feedback",
                  "guard",
                  "library",
                  "limit",
                  "mcp",
                  "mcp.message",
                  "metrics",
                  "guide.facts",
                  "outbound",
                  "page",
                  "seal",
                  "server.http",
                  "tool",
                  "tool.api",
                  "tool.call",
                  "tool.execute",
                  "tool.named",
                  "tool.script",
                  "transport.http",
                  "transport.http.discovery",
                  "transport.http.page",
                  "transport.http.tools",
                  "transport.jetty",
                  "transport.stdio"),
              rule("app.flag", "", "seal"),
              rule("auth", ""),
              rule(
                  "auth.oauth",
                  "digest",
                  "",
                  "auth",
                  "execute.client",
                  "json",
                  "outbound",
                  "request",
                  "text"),
              rule("catalog", "", "json"),
              rule("client", "json", "json.fields", "media", "paging", "request", "text"),
              rule(
                  "client.standalone",
                  "",
                  "client",
                  "execute",
                  "execute.http",
                  "execute.mock",
                  "execute.origin",
                  "guard",
                  "request",
                  "tool",
                  "tool.call",
                  "tool.client",
                  "tool.execute"),
              rule("credential", "digest", "", "execute.client", "json", "outbound", "request"),
              rule("digest"),
              rule("execute", "", "execute.client", "guard", "request"),
              rule("execute.breaker"),
              rule("execute.cut", "json.fields", "text"),
              rule(
                  "execute.client",
                  "execute.client.proxy",
                  "execute.client.tls",
                  "execute.uri",
                  "request",
                  "trace"),
              rule("execute.client.proxy", ""),
              rule("execute.client.tls", ""),
              rule("execute.credential", "", "credential", "execute", "request"),
              rule(
                  "execute.http",
                  "digest",
                  "",
                  "credential",
                  "execute",
                  "execute.breaker",
                  "execute.client",
                  "execute.client.proxy",
                  "execute.client.tls",
                  "execute.credential",
                  "execute.origin",
                  "execute.ratelimit",
                  "execute.response",
                  "execute.uri",
                  "guard",
                  "metrics",
                  "request"),
              rule(
                  "execute.mock",
                  "",
                  "catalog",
                  "execute",
                  "execute.mock.list",
                  "execute.mock.state",
                  "execute.mock.value",
                  "guard",
                  "json",
                  "limit",
                  "media",
                  "request",
                  "validate.schema",
                  "validate.xml"),
              rule("execute.mock.list", "execute.mock.value", "text"),
              rule("execute.mock.state", "", "digest"),
              rule("execute.mock.value", "json", "limit", "media", "pattern", "request", "text"),
              rule(
                  "execute.origin",
                  "",
                  "credential",
                  "execute",
                  "execute.breaker",
                  "execute.uri",
                  "library",
                  "limit",
                  "metrics",
                  "request"),
              rule("execute.ratelimit", "execute", "request"),
              rule("execute.response", "", "execute", "execute.client", "mask", "media", "request"),
              rule(
                  "execute.shape",
                  "execute",
                  "execute.cut",
                  "execute.ratelimit",
                  "execute.shape.problem",
                  "json",
                  "json.fields",
                  "media",
                  "request",
                  "text"),
              rule("execute.shape.problem", "json"),
              rule("execute.uri"),
              rule("audit", "", "extension", "json", "text", "trace"),
              rule("extension", "", "client", "json", "mask", "request", "text"),
              rule("feedback", "execute.client", "extension", "json", "outbound", "request"),
              rule("guard", "", "text"),
              rule("guide", "", "auth", "guide.client", "guide.facts", "guide.model"),
              rule("guide.client", "", "guide.facts", "guide.format", "guide.model"),
              rule("guide.facts", "", "auth", "catalog"),
              rule("guide.format"),
              rule("guide.markdown", "guide.model"),
              rule("guide.model"),
              rule("json"),
              rule("json.fields"),
              rule("library"),
              rule("limit"),
              rule("mask", ""),
              rule(
                  "mcp",
                  "",
                  "json",
                  "limit",
                  "mcp.message",
                  "mcp.state",
                  "mcp.tool",
                  "seal",
                  "text",
                  "trace"),
              rule("mcp.message", "", "json", "mcp.tool", "text", "trace"),
              rule("mcp.state", "", "json", "mcp.message", "mcp.tool", "seal"),
              rule("mcp.tool", "", "text", "trace"),
              rule("media", "json"),
              rule("metrics"),
              rule("outbound", "execute.client"),
              rule(
                  "page",
                  "",
                  "catalog",
                  "guide",
                  "guide.facts",
                  "guide.markdown",
                  "guide.model",
                  "mcp.tool",
                  "text",
                  "tool",
                  "transport.http.page"),
              rule("paging", "json.fields", "request", "text"),
              rule("pattern", "limit"),
              rule("request", "digest", "json", "media", "text"),
              rule("script"),
              rule("seal"),
              rule("search", "search.index", "search.rank", "search.text", "search.vector"),
              rule("search.index", "search.text"),
              rule("search.rank", "search.index", "search.text", "search.vector"),
              rule("search.text"),
              rule("search.vector", "search.index", "search.text"),
              rule("start"),
              rule("server", "", "app", "extension", "several", "server.http"),
              rule("server.http"),
              rule(
                  "several",
                  "",
                  "audit",
                  "auth",
                  "catalog",
                  "extension",
                  "guard",
                  "mcp",
                  "mcp.tool",
                  "metrics",
                  "text",
                  "tool",
                  "tool.execute",
                  "tool.feedback",
                  "tool.search",
                  "transport.http"),
              rule("text", "json"),
              rule(
                  "tool",
                  "",
                  "catalog",
                  "guard",
                  "json",
                  "mcp",
                  "mcp.tool",
                  "metrics",
                  "paging",
                  "search",
                  "search.rank",
                  "search.vector",
                  "text"),
              rule(
                  "tool.api",
                  "extension",
                  "guard",
                  "mcp.tool",
                  "metrics",
                  "tool",
                  "tool.call",
                  "tool.execute",
                  "tool.feedback",
                  "tool.named",
                  "tool.search"),
              rule(
                  "tool.call",
                  "",
                  "catalog",
                  "execute",
                  "guard",
                  "json",
                  "media",
                  "paging",
                  "request",
                  "text",
                  "tool",
                  "validate"),
              rule(
                  "tool.client",
                  "extension",
                  "",
                  "catalog",
                  "client",
                  "execute",
                  "guard",
                  "metrics",
                  "request",
                  "tool",
                  "tool.call",
                  "tool.execute",
                  "trace"),
              rule(
                  "tool.confirm",
                  "extension",
                  "digest",
                  "",
                  "guard",
                  "json",
                  "mcp.tool",
                  "request",
                  "text",
                  "tool",
                  "tool.call"),
              rule(
                  "tool.execute",
                  "audit",
                  "client",
                  "extension",
                  "",
                  "catalog",
                  "execute",
                  "execute.cut",
                  "execute.shape",
                  "guard",
                  "json",
                  "json.fields",
                  "mcp.tool",
                  "media",
                  "metrics",
                  "paging",
                  "request",
                  "seal",
                  "text",
                  "tool",
                  "tool.call",
                  "tool.confirm",
                  "tool.search",
                  "tool.wait",
                  "validate",
                  "trace",
                  "validate.schema"),
              rule(
                  "tool.wait",
                  "",
                  "execute",
                  "execute.ratelimit",
                  "json",
                  "mcp.tool",
                  "tool",
                  "tool.call",
                  "request",
                  "validate",
                  "json.fields",
                  "text",
                  "validate.schema"),
              rule(
                  "tool.named",
                  "",
                  "audit",
                  "catalog",
                  "execute",
                  "extension",
                  "json",
                  "json.fields",
                  "mcp.tool",
                  "media",
                  "metrics",
                  "request",
                  "tool",
                  "tool.call",
                  "tool.execute",
                  "tool.search",
                  "validate"),
              rule(
                  "tool.script",
                  "",
                  "audit",
                  "catalog",
                  "client",
                  "execute",
                  "extension",
                  "guard",
                  "json",
                  "mcp.tool",
                  "media",
                  "request",
                  "script",
                  "text",
                  "tool",
                  "tool.call",
                  "tool.execute",
                  "validate",
                  "validate.schema"),
              rule(
                  "tool.feedback",
                  "",
                  "catalog",
                  "extension",
                  "mask",
                  "mcp.tool",
                  "tool",
                  "tool.execute",
                  "tool.search"),
              rule(
                  "tool.custom",
                  "",
                  "audit",
                  "client",
                  "digest",
                  "extension",
                  "guard",
                  "json",
                  "mcp.tool",
                  "metrics",
                  "request",
                  "tool",
                  "tool.client",
                  "tool.confirm",
                  "tool.execute",
                  "validate"),
              rule("tool.search", "execute", "", "catalog", "guard", "mcp.tool", "search", "tool"),
              rule(
                  "tool.searchlog",
                  "",
                  "catalog",
                  "json",
                  "mcp.tool",
                  "search.text",
                  "tool",
                  "tool.execute",
                  "tool.search"),
              rule(
                  "transport.http",
                  "",
                  "auth",
                  "limit",
                  "mcp",
                  "mcp.message",
                  "mcp.tool",
                  "metrics",
                  "server.http",
                  "text",
                  "trace",
                  "transport.http.discovery",
                  "transport.http.page",
                  "transport.http.tools"),
              rule("transport.http.discovery", "json", "transport.http.page"),
              rule("transport.http.page"),
              rule("transport.http.tools", "", "auth", "json", "mcp", "mcp.tool", "text", "trace"),
              rule("trace"),
              rule("transport.jetty", "auth", "mcp", "metrics", "server.http", "transport.http"),
              rule("transport.stdio", "", "mcp", "mcp.message", "mcp.tool"),
              rule(
                  "validate",
                  "catalog",
                  "json",
                  "limit",
                  "media",
                  "paging",
                  "request",
                  "text",
                  "validate.schema",
                  "validate.xml"),
              rule("validate.schema", "json.fields", "limit", "pattern", "request", "text"),
              rule("validate.xml", "json", "limit", "request", "validate.schema")));

  private static Map.Entry<String, Set<String>> rule(String name, String... mayUse) {
    return Map.entry(name, Set.of(mayUse));
  }

  @TestFactory
  Stream<DynamicTest> packagesUseOnlyTheOnesBelow() {
    return ALLOWED.entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getKey().isEmpty() ? "root" : rule.getKey(),
                    () -> check(rule.getKey(), rule.getValue())));
  }

  private static void check(String name, Set<String> mayUse) {
    DescribedPredicate<JavaClass> allowed =
        DescribedPredicate.not(resideInAPackage(ROOT + "..")).or(resideInAPackage(packageOf(name)));
    for (String used : mayUse) {
      allowed = allowed.or(resideInAPackage(packageOf(used)));
    }
    classes()
        .that()
        .resideInAPackage(packageOf(name))
        .should()
        .onlyDependOnClassesThat(allowed.as("reside in " + mayUse))
        .check(CLASSES);
  }

  private static String packageOf(String name) {
    return name.isEmpty() ? ROOT : ROOT + "." + name;
  }

  @Test
  void everyPackageIsListed() {
    Set<String> names =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .map(name -> name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(names).isEqualTo(ALLOWED.keySet());
  }

  /** A servlet container decides with the same classes, and may contain another Jetty or none. */
  @Test
  void onlyTheServerOfItsOwnKnowsJetty() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packageOf("transport.jetty"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.jetty..")
        .check(CLASSES);
  }

  @Test
  void noPackageCycles() {
    slices().matching("dev.dragoman.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
