package dev.dragoman.generator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.BodyModel;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.MediaTypeModel.Encoding;
import dev.dragoman.generator.model.ParameterModel.Style;
import dev.dragoman.generator.model.ResponseModel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BodiesTest {
  private static final String BINARY = "{\"type\":\"string\",\"format\":\"binary\"}";

  private final ApiModel openApi3 = Specs.read("bodies-openapi3.yaml");
  private final ApiModel swagger2 = Specs.read("bodies-swagger2.yaml");

  @Test
  void openApi3BodiesHaveMediaTypesInOrder() {
    BodyModel body = body(openApi3, "POST /a");

    assertThat(body.required()).isTrue();
    assertThat(body.description()).isEqualTo("what to make");
    assertThat(body.content())
        .extracting(Specs::brief)
        .containsExactly(
            "application/json {\"type\":\"object\"}",
            "multipart/form-data {\"type\":\"object\"}",
            "text/plain {}");
  }

  @Test
  void examplesAreTheirValues() {
    assertThat(body(openApi3, "POST /a").content().get(0).examples())
        .extracting(Trees::compact)
        .containsExactly("{\"a\":1}", "{\"a\":2}");
  }

  @Test
  void encodingsSayOnlyWhatTheDocumentSays() {
    MediaTypeModel multipart = body(openApi3, "POST /a").content().get(1);

    assertThat(multipart.encodings().get("file"))
        .isEqualTo(
            new Encoding(Optional.of("image/png"), Optional.empty(), Optional.empty(), false));
    assertThat(multipart.encodings().get("list"))
        .isEqualTo(
            new Encoding(
                Optional.empty(), Optional.of(Style.PIPE_DELIMITED), Optional.of(false), true));
  }

  @Test
  void openApi3AnswersHaveHeadersAndContent() {
    List<ResponseModel> responses = Specs.operation(openApi3, "POST /a").responses();

    assertThat(responses)
        .extracting(ResponseModel::status)
        .containsExactly("201", "4XX", "default");
    assertThat(responses.get(0).headers()).containsExactly("Location", "ETag");
    assertThat(responses.get(1).description()).isEqualTo("beside the reference");
    assertThat(responses.get(1).content().get(0).examples())
        .extracting(Trees::compact)
        .containsExactly("{\"error\":\"x\"}");
  }

  @Test
  void aStreamOfItemsIsAnArrayOfThem() {
    assertThat(Specs.operation(openApi3, "GET /lines").responses().get(0).content())
        .extracting(Specs::brief)
        .containsExactly("application/jsonl {\"type\":\"array\",\"items\":{\"type\":\"integer\"}}");
  }

  @Test
  void theOperationsBodyStandsBeforeThePaths() {
    BodyModel body = body(swagger2, "POST /body");

    assertThat(body.required()).isTrue();
    assertThat(body.description()).isEqualTo("it");
    assertThat(body.content())
        .extracting(Specs::brief)
        .containsExactly(
            "application/json {\"type\":\"object\"}", "application/xml {\"type\":\"object\"}");
  }

  @Test
  void filesMakeMultipartForms() {
    BodyModel body = body(swagger2, "POST /upload");

    assertThat(body.required()).isTrue();
    assertThat(body.content())
        .extracting(Specs::brief)
        .containsExactly(
            "multipart/form-data {\"type\":\"object\",\"properties\":{"
                + "\"file\":{\"type\":\"string\",\"format\":\"binary\",\"description\":\"the file\"},"
                + "\"tags\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},"
                + "\"required\":[\"file\"]}");
    assertThat(body.content().get(0).encodings().get("tags"))
        .isEqualTo(
            new Encoding(Optional.empty(), Optional.of(Style.FORM), Optional.of(true), false));
  }

  @Test
  void formsWithoutAFormTypeAreUrlencoded() {
    BodyModel body = body(swagger2, "POST /form");

    assertThat(body.required()).isFalse();
    assertThat(body.content())
        .extracting(MediaTypeModel::name)
        .containsExactly("application/x-www-form-urlencoded");
  }

  @Test
  void swagger2AnswersHaveWhatTheOperationProduces() {
    List<ResponseModel> responses = Specs.operation(swagger2, "POST /body").responses();

    assertThat(responses.get(0).content())
        .extracting(Specs::brief)
        .containsExactly("application/json " + BINARY);
    assertThat(responses.get(0).content().get(0).examples())
        .extracting(Trees::compact)
        .containsExactly("{\"a\":1}");
    assertThat(responses.get(1).content()).isEmpty();
    assertThat(responses.get(1).headers()).containsExactly("X-Left");
    assertThat(Specs.operation(swagger2, "POST /upload").responses().get(0).content())
        .extracting(Specs::brief)
        .containsExactly("application/pdf " + BINARY);
  }

  private static BodyModel body(ApiModel model, String route) {
    return Specs.operation(model, route).body().orElseThrow();
  }
}
