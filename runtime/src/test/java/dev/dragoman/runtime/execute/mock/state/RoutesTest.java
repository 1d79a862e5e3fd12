package dev.dragoman.runtime.execute.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.execute.mock.state.Routes.Place;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
  private static final Routes ROUTES =
      Routes.of(
          Arrays.asList(
              "GET /things",
              "POST /things",
              "PUT /things",
              "DELETE /things",
              "GET /things/{id}",
              "PUT /things/{id}",
              "PATCH /things/{id}",
              "DELETE /things/{id}",
              "POST /things/search",
              "GET /things/{thing}/settings",
              "PUT /things/{thing}/settings",
              "GET /things/{thing}/status",
              "POST /things/{thing}/close",
              "GET /things/{thing}/notes",
              "POST /things/{thing}/notes",
              "POST /things/{thing}/labels",
              "DELETE /things/{thing}/labels/{name}",
              "GET /things/{thing}/labels/{label}",
              "POST /users/{user}",
              "GET /users/{user}",
              "POST /jobs/{job}",
              "DELETE /jobs/{job}",
              "GET /Accounts/{AccountSid}/Messages.json",
              "GET /Accounts/{AccountSid}/Messages/{Sid}.json",
              "POST /operations/{id}:cancel",
              "GET /",
              "POST /",
              "listThings",
              "get /lower/{case}"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # method | path                        | role        | variable | list
          GET      | /things                     | LIST        | id       | GET /things
          HEAD     | /things                     | LIST        | id       | GET /things
          POST     | /things                     | CREATE      | id       | GET /things
          PUT      | /things                     | REPLACE_ALL | id       | GET /things
          DELETE   | /things                     | CLEAR       | id       | GET /things
          PATCH    | /things                     | NONE        | id       | GET /things
          GET      | /things/                    | LIST        | id       | GET /things
          GET      | /things/{id}                | READ        | id       | GET /things
          HEAD     | /things/{other}             | READ        | other    | GET /things
          PUT      | /things/{id}                | REPLACE     | id       | GET /things
          PATCH    | /things/{id}                | UPDATE      | id       | GET /things
          POST     | /things/{id}                | UPDATE      | id       | GET /things
          DELETE   | /things/{id}                | DELETE      | id       | GET /things
          OPTIONS  | /things/{id}                | NONE        | id       | GET /things
          POST     | /things/search              | NONE        | ''       | -
          POST     | /things/Search              | NONE        | ''       | -
          GET      | /things/{t}/settings        | READ        | ''       | -
          PUT      | /things/{t}/settings        | REPLACE     | ''       | -
          GET      | /things/{t}/status          | NONE        | ''       | -
          POST     | /things/{t}/close           | NONE        | ''       | -
          POST     | /things/{t}/notes           | CREATE      | ''       | GET /things/{thing}/notes
          POST     | /things/{t}/labels          | CREATE      | label    | -
          DELETE   | /things/{t}/labels/{name}   | DELETE      | name     | -
          POST     | /users/{user}               | UPDATE      | user     | -
          POST     | /jobs/{job}                 | NONE        | job      | -
          GET      | /Accounts/{a}/Messages.json | LIST        | Sid      | GET /Accounts/{AccountSid}/Messages.json
          GET      | /Accounts/{a}/Messages/{Sid}.json | READ  | Sid      | GET /Accounts/{AccountSid}/Messages.json
          GET      | /things?view=all            | LIST        | id       | GET /things
          POST     | /operations/{id}:cancel     | NONE        | ''       | -
          GET      | /                           | NONE        | ''       | -
          GET      | /unknown                    | NONE        | ''       | -
          GET      | /unknown/{id}               | READ        | id       | -
          GET      | /lower                      | NONE        | ''       | -
          """)
  void methodAndPathShowWhatAnOperationDoes(
      String method, String path, String role, String variable, String list) {
    Place place = ROUTES.place(method, path, false);
    assertThat(place.role()).hasToString(role);
    assertThat(place.variable()).isEqualTo(variable);
    assertThat(place.list().orElse(null)).isEqualTo(list);
  }

  @Test
  void aPostThatOnlyReadsIsNoCreation() {
    assertThat(ROUTES.place("POST", "/things", true)).isEqualTo(Place.NONE);
    assertThat(ROUTES.place("GET", "/things", true).role()).isEqualTo(Routes.Role.LIST);
  }

  @ParameterizedTest
  @CsvSource({
    "/things, true",
    "/things/{t}/labels, true",
    "/things/{t}/notes, false",
    "/things/{t}/settings, false"
  })
  void aCollectionMayHaveItemsWithPathsOfTheirOwn(String path, boolean hasItems) {
    assertThat(ROUTES.place("GET", path, false).hasItems()).isEqualTo(hasItems);
  }
}
