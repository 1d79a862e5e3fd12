package dev.dragoman.generator.spec.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.SecuritySchemeModel;
import dev.dragoman.generator.spec.Specs;
import org.junit.jupiter.api.Test;

class SecurityNormalizerTest {
  private final ApiModel openApi3 = Specs.read("security-openapi3.yaml");

  @Test
  void schemesOfOpenApi3() {
    assertThat(openApi3.securitySchemes())
        .extracting(SecurityNormalizerTest::brief)
        .containsExactly(
            "bearer: http   Bearer",
            "key: apiKey cookie sid ",
            "other: apiKey cookie sid ",
            "oauth: oauth2   ",
            "open: openIdConnect   ",
            "tls: mutualTLS   ");
    assertThat(openApi3.securitySchemes().get(0).description()).isEqualTo("a token");
  }

  @Test
  void schemesOfSwagger2() {
    assertThat(Specs.read("security-swagger2.yaml").securitySchemes())
        .extracting(SecurityNormalizerTest::brief)
        .containsExactly("basic: http   basic", "key: apiKey header X-Key ", "oauth: oauth2   ");
  }

  @Test
  void noneRequiredIsNotTheSameAsNothingSaid() {
    assertThat(openApi3.security()).hasToString("[SecurityRequirement[schemes={bearer=[]}]]");
    assertThat(required("GET /a")).isEqualTo("Optional[[]]");
    assertThat(required("PUT /a")).isEqualTo("Optional.empty");
  }

  @Test
  void alternativesAndScopesAreKept() {
    assertThat(required("POST /a"))
        .isEqualTo(
            "Optional[[SecurityRequirement[schemes={}],"
                + " SecurityRequirement[schemes={oauth=[read, write], key=[]}]]]");
    assertThat(required("DELETE /a"))
        .isEqualTo("Optional[[SecurityRequirement[schemes={key=[]}]]]");
  }

  /** OpenAPI 3.2, Security Requirement Object: a name or the URI of a scheme. */
  @Test
  void aSchemeMayBeNamedByItsReference() {
    assertThat(required("PATCH /a")).isEqualTo("Optional[[SecurityRequirement[schemes={key=[]}]]]");
  }

  private String required(String route) {
    return Specs.operation(openApi3, route).security().toString();
  }

  private static String brief(SecuritySchemeModel scheme) {
    return scheme.name()
        + ": "
        + String.join(" ", scheme.type(), scheme.in(), scheme.parameter(), scheme.scheme());
  }
}
