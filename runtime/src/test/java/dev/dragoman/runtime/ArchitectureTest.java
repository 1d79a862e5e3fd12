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
        .layer("json")
        .definedBy(ROOT + ".json")
        .layer("catalog")
        .definedBy(ROOT + ".catalog..")
        .layer("guard")
        .definedBy(ROOT + ".guard..")
        .layer("auth")
        .definedBy(ROOT + ".auth..")
        .layer("search")
        .definedBy(ROOT + ".search..")
        .layer("feedback")
        .definedBy(ROOT + ".feedback..")
        .layer("execute")
        .definedBy(ROOT + ".execute..")
        .layer("credential")
        .definedBy(ROOT + ".credential..")
        .layer("client")
        .definedBy(ROOT + ".client..")
        .layer("validate")
        .definedBy(ROOT + ".validate..")
        .layer("metrics")
        .definedBy(ROOT + ".metrics..")
        .layer("mcp")
        .definedBy(ROOT + ".mcp")
        .layer("tool")
        .definedBy(ROOT + ".tool..")
        .layer("http")
        .definedBy(ROOT + ".transport.http..")
        .layer("stdio")
        .definedBy(ROOT + ".transport.stdio..")
        .layer("limit")
        .definedBy(ROOT + ".limit..")
        .layer("pattern")
        .definedBy(ROOT + ".pattern..")
        .layer("mask")
        .definedBy(ROOT + ".mask..")
        .layer("testing")
        .definedBy(ROOT + ".testing..")
        .layer("app")
        .definedBy(ROOT + ".app..")
        .whereLayer("testing")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("json")
        .mayNotAccessAnyLayer()
        .whereLayer("contract")
        .mayOnlyAccessLayers("json")
        .whereLayer("metrics")
        .mayNotAccessAnyLayer()
        .whereLayer("limit")
        .mayNotAccessAnyLayer()
        .whereLayer("pattern")
        .mayOnlyAccessLayers("limit")
        .whereLayer("mask")
        .mayOnlyAccessLayers("contract")
        .whereLayer("catalog")
        .mayOnlyAccessLayers("contract")
        .whereLayer("guard")
        .mayOnlyAccessLayers("contract")
        .whereLayer("client")
        .mayNotAccessAnyLayer()
        .whereLayer("auth")
        .mayOnlyAccessLayers("json", "contract", "client")
        .whereLayer("feedback")
        .mayOnlyAccessLayers("contract", "mask")
        .whereLayer("search")
        .mayOnlyAccessLayers("contract", "catalog")
        .whereLayer("execute")
        .mayOnlyAccessLayers(
            "json",
            "contract",
            "catalog",
            "guard",
            "auth",
            "credential",
            "limit",
            "mask",
            "metrics")
        .whereLayer("credential")
        .mayOnlyAccessLayers("contract", "client")
        .whereLayer("validate")
        .mayOnlyAccessLayers("contract", "catalog", "limit", "pattern")
        .whereLayer("mcp")
        .mayOnlyAccessLayers("json", "contract")
        .whereLayer("tool")
        .mayOnlyAccessLayers(
            "json",
            "contract",
            "catalog",
            "guard",
            "auth",
            "search",
            "feedback",
            "execute",
            "validate",
            "mask",
            "metrics",
            "mcp")
        .whereLayer("http")
        .mayOnlyAccessLayers("contract", "auth", "guard", "limit", "metrics", "mcp")
        .whereLayer("stdio")
        .mayOnlyAccessLayers("contract", "auth", "guard", "mcp")
        .check(CLASSES);
  }

  @Test
  void noPackageCycles() {
    slices().matching("dev.dragoman.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
