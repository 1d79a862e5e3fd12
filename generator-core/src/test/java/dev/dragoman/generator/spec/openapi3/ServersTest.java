package dev.dragoman.generator.spec.openapi3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.ApiModel.Server;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.spec.Specs;
import dev.dragoman.generator.spec.source.ReadOptions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServersTest {
  @Test
  void variablesHaveTheirDefaults() {
    ApiModel model = Specs.read("servers-openapi3.yaml");

    assertThat(urls(model.servers())).containsExactly("https://eu.example.com:8443/2", "/relative");
    assertThat(model.servers().get(0).name()).isEqualTo("main");
    assertThat(model.servers().get(0).description()).isEqualTo("by region");
  }

  @Test
  void theNearestServersAreTaken() {
    ApiModel model = Specs.read("servers-openapi3.yaml");

    assertThat(urls(Specs.operation(model, "GET /a").servers()))
        .containsExactly("https://path.example.com");
    assertThat(urls(Specs.operation(model, "PUT /a").servers()))
        .containsExactly("https://operation.example.com");
    assertThat(Specs.operation(model, "GET /b").servers()).isEmpty();
  }

  @Test
  void swagger2ServersAreMadeOfThreeMembers() {
    ApiModel model = Specs.read("servers-swagger2.yaml");

    assertThat(urls(model.servers()))
        .containsExactly("https://example.com/v1", "http://example.com/v1");
    assertThat(urls(Specs.operation(model, "GET /a").servers()))
        .containsExactly("https://example.com/v1");
    assertThat(Specs.operation(model, "PUT /a").servers()).isEmpty();
    assertThat(Specs.operation(model, "POST /a").servers()).isEmpty();
  }

  @Test
  void aHostMayBeWrittenWithItsScheme() {
    assertThat(urls(Specs.read("references-by-name.yaml").servers()))
        .containsExactly("https://example.com");
  }

  @Test
  void hostsMayHaveUnderscoresAndLettersOfAnyAlphabet() {
    ApiModel model = Specs.read("servers-of-any-name.yaml");

    assertThat(urls(model.servers()))
        .containsExactly(
            "http://wine_cellar.internal:8080/v1",
            "http://my_api",
            "http://bücher.example/v1",
            "https://_stack.web_1");
    assertThat(urls(Specs.operation(model, "GET /racks").servers()))
        .containsExactly("http://other_cellar:8080");
  }

  @Test
  void aLocalHostMayBeAllowedByName() {
    ReadOptions options =
        ReadOptions.DEFAULT.withAllowedHosts(Set.of("169.254.169.254", "[FE80::1]"));

    ApiModel model =
        SpecReader.read(
                Specs.path("../spec-errors/server-that-is-link-local.yaml"),
                options,
                new Problems())
            .model();

    assertThat(urls(model.servers()))
        .containsExactly("http://169.254.169.254/latest", "http://[fe80::1]/");
  }

  private static List<String> urls(List<Server> servers) {
    return servers.stream().map(Server::url).toList();
  }
}
