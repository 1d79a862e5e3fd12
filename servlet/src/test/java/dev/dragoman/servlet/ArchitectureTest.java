package dev.dragoman.servlet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * The servlet is an adapter: it uses the runtime's API and the servlet API, and decides nothing.
 */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.dragoman.servlet");

  @Test
  void usesTheApiOfTheRuntimeAndNoContainer() {
    classes()
        .that()
        .resideInAPackage("dev.dragoman.servlet")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "jakarta.servlet..",
            "org.jspecify.annotations",
            "dev.dragoman.runtime.server",
            "dev.dragoman.runtime.server.http",
            "dev.dragoman.servlet")
        .check(CLASSES);
  }
}
