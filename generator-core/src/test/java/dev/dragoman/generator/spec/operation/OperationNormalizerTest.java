package dev.dragoman.generator.spec.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.ApiModel.Dialect;
import dev.dragoman.generator.model.ApiModel.Tag;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.spec.Specs;
import dev.dragoman.generator.spec.Trees;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OperationNormalizerTest {
  private final ApiModel methods = Specs.read("methods.yaml");

  @Test
  void allMethodsAreFoundInDocumentOrder() {
    assertThat(methods.operations())
        .extracting(OperationModel::route)
        .containsExactly(
            "TRACE /a",
            "QUERY /a",
            "OPTIONS /a",
            "HEAD /a",
            "COPY /a",
            "LINK /a",
            "GET /b",
            "DELETE /b");
  }

  /** The warnings are in {@code spec-errors/path-item-members.yaml.errors}. */
  @Test
  void aMethodInCapitalsIsOneUnlessItIsThereInLowerCase() {
    Path document = Specs.path("../spec-errors/path-item-members.yaml");

    assertThat(SpecReader.read(document, new Problems()).operations())
        .extracting(operation -> operation.route() + " " + operation.operationId().orElseThrow())
        .containsExactly("GET /b capitals", "POST /b lower");
  }

  @Test
  void anOperationSaysWhatItsPathSaysUnlessItSaysItself() {
    OperationModel query = Specs.operation(methods, "QUERY /a");
    OperationModel options = Specs.operation(methods, "OPTIONS /a");

    assertThat(query.summary()).isEqualTo("for all");
    assertThat(query.operationId()).contains("find");
    assertThat(options.summary()).isEqualTo("own");
    assertThat(options.description()).isEqualTo("said once");
    assertThat(options.operationId()).isEmpty();
  }

  @Test
  void tagsExtensionsAndDeprecationAreKept() {
    OperationModel options = Specs.operation(methods, "OPTIONS /a");

    assertThat(options.tags()).containsExactly("x", "5");
    assertThat(options.deprecated()).isTrue();
    assertThat(options.extensions()).containsOnlyKeys("x-internal");
  }

  @Test
  void aPathItemMayBeBehindAReferenceAndBesideIt() {
    OperationModel behind = Specs.operation(methods, "GET /b");

    assertThat(behind.operationId()).contains("behind");
    assertThat(behind.location().pointer()).isEqualTo("/components/pathItems/B/get");
    assertThat(Specs.operation(methods, "DELETE /b").parameters()).hasSize(1);
  }

  @Test
  void theDocumentIsDescribed() {
    ApiModel about = Specs.read("about.yaml");

    assertThat(about.dialect()).isEqualTo(Dialect.OPENAPI_3_1);
    assertThat(about.title()).isEqualTo("Things");
    assertThat(about.version()).isEqualTo("2");
    assertThat(about.description()).isEqualTo("All about things");
    assertThat(about.tags()).containsExactly(new Tag("a", "first"), new Tag("b", ""));
    assertThat(about.extensions()).containsOnlyKeys("x-both", "x-texts", "x-logo");
    assertThat(Trees.compact(about.extensions().get("x-both"))).isEqualTo("\"root\"");
    assertThat(about.servers()).isEmpty();
  }

  @Test
  void versionsKeepTheirDigits() {
    assertThat(methods.version()).isEqualTo("1.10");
    assertThat(methods.dialect()).isEqualTo(Dialect.OPENAPI_3_2);
  }
}
