package dev.dragoman.generator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
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
  private static final String ROOT = "dev.dragoman.generator";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** The empty name is the root package. */
  private static final Map<String, Set<String>> ALLOWED =
      new TreeMap<>(
          Map.ofEntries(
              rule(
                  "",
                  "bundle",
                  "diff",
                  "emit",
                  "emit.java",
                  "emit.resource",
                  "emit.text",
                  "guide",
                  "keywords",
                  "lock",
                  "model",
                  "options",
                  "plan",
                  "plan.build",
                  "plan.name",
                  "plan.tool",
                  "problem",
                  "spec",
                  "spec.source",
                  "write"),
              rule("bundle", "emit.text", "model", "options", "plan", "problem"),
              rule("cli", "", "config", "goal", "lock", "options", "problem", "write"),
              rule("config", "model", "options", "plan.access", "problem", "spec"),
              rule("diff", "lock", "model", "plan", "problem"),
              rule("emit"),
              rule("emit.java", "emit", "model", "options", "plan", "plan.wire"),
              rule("emit.resource", "emit", "model", "options", "plan"),
              rule("emit.text", "emit", "model", "plan", "problem"),
              rule(
                  "goal", "", "config", "diff", "lock", "module", "options", "problem", "vendor",
                  "write"),
              rule("guide", "model", "options", "plan", "problem"),
              rule("jsonpath", "model", "problem"),
              rule("keywords", "plan", "problem"),
              rule("lock", "model", "plan", "problem"),
              rule("model", "problem"),
              rule(
                  "module",
                  "",
                  "diff",
                  "emit.text",
                  "guide",
                  "lock",
                  "model",
                  "options",
                  "plan",
                  "plan.build",
                  "problem",
                  "spec",
                  "spec.problem",
                  "spec.source",
                  "vendor",
                  "write"),
              rule("options", "model", "problem"),
              rule("overlay", "jsonpath", "model", "problem"),
              rule("plan", "model", "options", "problem"),
              rule("plan.access", "model", "options", "plan", "plan.name", "problem"),
              rule(
                  "plan.build",
                  "model",
                  "options",
                  "plan",
                  "plan.access",
                  "plan.client",
                  "plan.media",
                  "plan.name",
                  "plan.paging",
                  "plan.schema",
                  "plan.search",
                  "plan.tool",
                  "plan.type",
                  "problem"),
              rule(
                  "plan.client",
                  "model",
                  "plan",
                  "plan.media",
                  "plan.name",
                  "plan.schema",
                  "plan.type",
                  "problem"),
              rule("plan.media", "model", "plan.schema", "problem"),
              rule("plan.name", "model", "plan.schema"),
              rule(
                  "plan.paging",
                  "model",
                  "options",
                  "plan",
                  "plan.media",
                  "plan.schema",
                  "problem"),
              rule("plan.schema", "model", "problem"),
              rule("plan.search", "model", "plan", "plan.media", "plan.schema", "problem"),
              rule(
                  "plan.tool",
                  "model",
                  "options",
                  "plan",
                  "plan.access",
                  "plan.media",
                  "plan.schema",
                  "problem",
                  "spec.text"),
              rule(
                  "plan.type",
                  "model",
                  "plan",
                  "plan.media",
                  "plan.name",
                  "plan.schema",
                  "problem"),
              rule("plan.wire", "model", "plan", "plan.wire.expected"),
              rule("plan.wire.expected", "model", "plan"),
              rule("problem"),
              rule(
                  "spec",
                  "model",
                  "problem",
                  "spec.node",
                  "spec.openapi3",
                  "spec.operation",
                  "spec.problem",
                  "spec.schema",
                  "spec.source",
                  "spec.swagger2",
                  "spec.text",
                  "spec.tree"),
              rule("spec.identifier", "model"),
              rule("spec.keyword", "model", "problem"),
              rule("spec.node", "model", "problem", "spec.problem", "spec.source"),
              rule(
                  "spec.openapi3",
                  "model",
                  "problem",
                  "spec.node",
                  "spec.operation",
                  "spec.problem",
                  "spec.schema",
                  "spec.source"),
              rule(
                  "spec.operation",
                  "model",
                  "problem",
                  "spec.node",
                  "spec.problem",
                  "spec.schema",
                  "spec.source"),
              rule("spec.problem", "model", "problem"),
              rule(
                  "spec.schema",
                  "model",
                  "problem",
                  "spec.keyword",
                  "spec.node",
                  "spec.problem",
                  "spec.source"),
              rule(
                  "spec.source",
                  "model",
                  "overlay",
                  "problem",
                  "spec.identifier",
                  "spec.problem",
                  "spec.tree"),
              rule(
                  "spec.swagger2",
                  "model",
                  "problem",
                  "spec.node",
                  "spec.operation",
                  "spec.problem",
                  "spec.schema"),
              rule("spec.text", "model", "problem"),
              rule("spec.tree", "model", "problem", "spec.keyword", "spec.problem"),
              rule("vendor", "problem"),
              rule("write", "emit")));

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

  @Test
  void noPackageCycles() {
    slices().matching("dev.dragoman.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void parsersStayInSpec() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".spec..", ROOT + ".emit.java..", ROOT + ".plan.wire..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.snakeyaml..", "tools.jackson..")
        .check(CLASSES);
  }

  @Test
  void theJavaEmitterNamesTheContractsTypesOnly() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".emit.java..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.snakeyaml..", "tools.jackson.core..")
        .check(CLASSES);
  }

  /** What is written is decided in the plan: emitters do not ask the document behind it again. */
  @Test
  void emittersOfCodeAndTextOnlyPrintThePlan() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".emit.java..", ROOT + ".emit.text..")
        .should()
        .callMethodWhere(
            JavaCall.Predicates.target(HasName.Predicates.name("model"))
                .and(
                    JavaCall.Predicates.target(
                        HasOwner.Predicates.With.owner(resideInAPackage(ROOT + ".plan..")))))
        .check(CLASSES);
  }

  @Test
  void javaPoetStaysInTheJavaEmitter() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".emit.java..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.palantir.javapoet..")
        .check(CLASSES);
  }

  @Test
  void mustacheStaysInTheTextEmitter() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".emit.text..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.mustachejava..")
        .check(CLASSES);
  }

  @Test
  void picocliStaysInTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..")
        .check(CLASSES);
  }

  @Test
  void noMavenApi() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..")
        .check(CLASSES);
  }
}
