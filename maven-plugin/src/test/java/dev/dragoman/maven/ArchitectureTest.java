package dev.dragoman.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Goals collect and hand over: they know the generator's entrance, not its rooms. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.dragoman.maven");

  @Test
  void goalsKnowTheGeneratorsEntranceOnly() {
    classes()
        .that()
        .resideInAPackage("dev.dragoman.maven")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.inject..",
            "javax.lang.model..",
            "org.apache.maven..",
            "org.jspecify.annotations..",
            "dev.dragoman.maven..",
            "dev.dragoman.generator",
            "dev.dragoman.generator.bundle",
            "dev.dragoman.generator.config",
            "dev.dragoman.generator.diff",
            "dev.dragoman.generator.goal",
            "dev.dragoman.generator.lock",
            "dev.dragoman.generator.module",
            "dev.dragoman.generator.options",
            "dev.dragoman.generator.problem",
            "dev.dragoman.generator.vendor",
            "dev.dragoman.generator.write",
            "dev.dragoman.runtime.auth",
            "dev.dragoman.runtime.library")
        .check(CLASSES);
  }

  @Test
  void noPackageCycles() {
    slices().matching("dev.dragoman.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
