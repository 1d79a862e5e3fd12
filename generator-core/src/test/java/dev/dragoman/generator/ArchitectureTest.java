package dev.dragoman.generator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The direction of the packages, and where each foreign library may be known. */
class ArchitectureTest {
  private static final String ROOT = "dev.dragoman.generator";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void packagesKnowOnlyTheOnesBelow() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
        .layer("facade")
        .definedBy(ROOT)
        .layer("cli")
        .definedBy(ROOT + ".cli..")
        .layer("problem")
        .definedBy(ROOT + ".problem..")
        .layer("model")
        .definedBy(ROOT + ".model..")
        .layer("jsonpath")
        .definedBy(ROOT + ".jsonpath..")
        .layer("overlay")
        .definedBy(ROOT + ".overlay..")
        .layer("spec")
        .definedBy(ROOT + ".spec..")
        .layer("plan")
        .definedBy(ROOT + ".plan..")
        .layer("config")
        .definedBy(ROOT + ".config..")
        .layer("emit")
        .definedBy(ROOT + ".emit..")
        .layer("write")
        .definedBy(ROOT + ".write..")
        .layer("lock")
        .definedBy(ROOT + ".lock..")
        .layer("diff")
        .definedBy(ROOT + ".diff..")
        .layer("vendor")
        .definedBy(ROOT + ".vendor..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("facade")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("problem")
        .mayNotAccessAnyLayer()
        .whereLayer("model")
        .mayOnlyAccessLayers("problem")
        .whereLayer("jsonpath")
        .mayOnlyAccessLayers("problem", "model")
        .whereLayer("overlay")
        .mayOnlyAccessLayers("problem", "model", "jsonpath")
        .whereLayer("spec")
        .mayOnlyAccessLayers("problem", "model", "overlay")
        .whereLayer("plan")
        .mayOnlyAccessLayers("problem", "model")
        .whereLayer("config")
        .mayOnlyAccessLayers("problem", "model", "spec", "plan")
        .whereLayer("emit")
        .mayOnlyAccessLayers("problem", "model", "plan")
        .whereLayer("write")
        .mayOnlyAccessLayers("problem", "emit")
        .whereLayer("lock")
        .mayOnlyAccessLayers("problem", "model", "plan")
        .whereLayer("diff")
        .mayOnlyAccessLayers("problem", "model", "plan", "lock")
        .whereLayer("vendor")
        .mayOnlyAccessLayers("problem")
        .check(CLASSES);
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
