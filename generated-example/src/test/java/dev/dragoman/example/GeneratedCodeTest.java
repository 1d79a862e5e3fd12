package dev.dragoman.example;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Generated code knows the runtime's contract, and its main class the runtime's entrance. */
class GeneratedCodeTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.dragoman.example");

  @Test
  void onlyTheContractIsKnown() {
    classes()
        .that()
        .haveSimpleNameNotEndingWith("Server")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.annotation.processing",
            "org.jspecify.annotations",
            "tools.jackson.databind..",
            "dev.dragoman.runtime",
            "dev.dragoman.runtime.request",
            "dev.dragoman.example..")
        .check(CLASSES);
  }

  @Test
  void theMainClassKnowsTheEntranceToo() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Server")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.annotation.processing",
            "dev.dragoman.runtime",
            "dev.dragoman.runtime.server",
            "dev.dragoman.example..")
        .check(CLASSES);
  }

  @Test
  void noPackageCycles() {
    slices().matching("dev.dragoman.example.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
