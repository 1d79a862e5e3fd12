package dev.dragoman.generator.plan.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.plan.search.Producers.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProducersTest {

  /** The routes that yield the path ids of the first one. */
  private static List<String> producers(String... routes) {
    List<Route> all = new ArrayList<>();
    for (String route : routes) {
      String[] parts = route.split(" ", -1);
      all.add(new Route(parts[0], parts[1], List.of(parts).subList(2, parts.length)));
    }
    return Producers.of(all).get(0).stream()
        .map(source -> all.get(source.operation()))
        .map(route -> route.method() + " " + route.path())
        .toList();
  }

  @Test
  void theCollectionYieldsItsItems() {
    assertThat(
            producers(
                "DELETE /users/{id}", "GET /users/{id}", "POST /users", "GET /users", "GET /teams"))
        .containsExactly("GET /users");
  }

  @Test
  void aFormatAtTheEndOfAPathDoesNotMatter() {
    assertThat(producers("GET /a/users/{id}.json", "GET /a/users.json", "GET /teams.json"))
        .containsExactly("GET /a/users.json");
    assertThat(producers("GET /users/{id}/keys.xml", "GET /users.xml"))
        .containsExactly("GET /users.xml");
    assertThat(producers("GET /users/{id}", "GET /users.JSON")).containsExactly("GET /users.JSON");
    assertThat(producers("GET /users/{id}", "GET /users.csv")).isEmpty();
  }

  @Test
  void theLastIdComesFirst() {
    assertThat(
            producers(
                "GET /orgs/{org}/teams/{team}/members/{member}",
                "GET /orgs",
                "GET /orgs/{org}/teams",
                "GET /orgs/{org}/teams/{team}/members"))
        .containsExactly(
            "GET /orgs/{org}/teams/{team}/members", "GET /orgs/{org}/teams", "GET /orgs");
  }

  @Test
  void parametersMayBeCalledOtherwiseInTheCollection() {
    assertThat(producers("GET /orgs/{org}/teams/{team}", "GET /orgs/{name}/teams"))
        .containsExactly("GET /orgs/{name}/teams");
  }

  @Test
  void whatEndsInTheNounYieldsItToo() {
    assertThat(producers("GET /person/{person_id}/credits", "GET /search/person", "GET /movies"))
        .containsExactly("GET /search/person");
    assertThat(producers("GET /repos/{owner}/{repo}/issues", "GET /user/repos"))
        .containsExactly("GET /user/repos");
  }

  @Test
  void anAnswerWithTheFieldIsTheLastResort() {
    assertThat(producers("GET /x/{trackingNumber}", "GET /parcels trackingNumber", "GET /y"))
        .containsExactly("GET /parcels");
    assertThat(producers("GET /x/{a}", "GET /x", "GET /y a")).containsExactly("GET /x");
  }

  @Test
  void nothingThatItselfNeedsAnUnknownId() {
    assertThat(producers("GET /issues/{issue}", "GET /repos/{repo}/issues")).isEmpty();
    assertThat(producers("GET /repos/{repo}/notes/{issue}", "GET /repos/{repo}/issues"))
        .containsExactly("GET /repos/{repo}/issues");
  }

  @Test
  void onlyGetsOnCollections() {
    assertThat(producers("GET /users/{id}", "POST /users", "GET /users/{id}")).isEmpty();
    assertThat(producers("GET /users", "GET /users")).isEmpty();
  }

  @Test
  void atMostThree() {
    assertThat(
            producers(
                "GET /as/{a}/bs/{b}/cs/{c}/ds/{d}",
                "GET /as",
                "GET /as/{a}/bs",
                "GET /as/{a}/bs/{b}/cs",
                "GET /as/{a}/bs/{b}/cs/{c}/ds"))
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"GET /", "GET ''", "GET /{}", "GET /a{b}c", "GET //{x}//", "GET /{a}/{b}", "GET /{"})
  void oddPathsAreNoTrouble(String route) {
    assertThat(producers(route.replace("''", ""), "GET /")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "users, user",
    "userId, user",
    "user_id, user",
    "user-name, user",
    "categories, category",
    "boxes, box",
    "access, access",
    "id, ''",
    "gid, ''",
    "projectGid, project"
  })
  void nounsOfNames(String name, String noun) {
    assertThat(PathShape.noun(name)).isEqualTo(noun);
  }

  @Test
  void manyOperations() {
    List<Route> routes = new ArrayList<>();
    for (int i = 0; i < 11_000; i++) {
      routes.add(new Route("GET", String.format(Locale.ROOT, "/group%d/items", i), List.of("id")));
      routes.add(new Route("GET", "/group" + i + "/items/{id}", List.of("id")));
    }
    List<List<Producers.Source>> producers = Producers.of(routes);
    assertThat(producers.get(0)).isEmpty();
    assertThat(producers.get(21_999))
        .extracting(Producers.Source::operation)
        .containsExactly(21_998);
  }
}
