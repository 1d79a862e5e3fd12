package dev.dragoman.runtime;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The direction of the packages: who may know whom. */
class ArchitectureTest {
  private static final String ROOT = "dev.dragoman.runtime";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void packagesKnowOnlyTheOnesBelow() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
        .layer("contract")
        .definedBy(ROOT)
        .optionalLayer("catalog")
        .definedBy(ROOT + ".catalog..")
        .optionalLayer("guard")
        .definedBy(ROOT + ".guard..")
        .optionalLayer("auth")
        .definedBy(ROOT + ".auth..")
        .optionalLayer("search")
        .definedBy(ROOT + ".search..")
        .optionalLayer("feedback")
        .definedBy(ROOT + ".feedback..")
        .optionalLayer("execute")
        .definedBy(ROOT + ".execute..")
        .optionalLayer("validate")
        .definedBy(ROOT + ".validate..")
        .optionalLayer("mcp")
        .definedBy(ROOT + ".mcp")
        .optionalLayer("tool")
        .definedBy(ROOT + ".tool..")
        .optionalLayer("http")
        .definedBy(ROOT + ".transport.http..")
        .optionalLayer("stdio")
        .definedBy(ROOT + ".transport.stdio..")
        .optionalLayer("app")
        .definedBy(ROOT + ".app..")
        .whereLayer("contract")
        .mayNotAccessAnyLayer()
        .whereLayer("catalog")
        .mayOnlyAccessLayers("contract")
        .whereLayer("guard")
        .mayOnlyAccessLayers("contract")
        .whereLayer("auth")
        .mayOnlyAccessLayers("contract")
        .whereLayer("feedback")
        .mayOnlyAccessLayers("contract")
        .whereLayer("search")
        .mayOnlyAccessLayers("contract", "catalog")
        .whereLayer("execute")
        .mayOnlyAccessLayers("contract", "catalog", "guard", "auth")
        .whereLayer("validate")
        .mayOnlyAccessLayers("contract", "catalog")
        .whereLayer("mcp")
        .mayOnlyAccessLayers("contract")
        .whereLayer("tool")
        .mayOnlyAccessLayers(
            "contract",
            "catalog",
            "guard",
            "auth",
            "search",
            "feedback",
            "execute",
            "validate",
            "mcp")
        .whereLayer("http")
        .mayOnlyAccessLayers("contract", "auth", "guard", "mcp")
        .whereLayer("stdio")
        .mayOnlyAccessLayers("contract", "auth", "guard", "mcp")
        .check(CLASSES);
  }

  @Test
  void noPackageCycles() {
    slices().matching("dev.dragoman.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
