package dev.dragoman.runtime.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations are found by the words of their documents, in whatever script and form. */
class WordsOfDocumentsTest {
  /** Japanese and Thai have no blanks, neither between words nor around foreign ones. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          issueを作成する       | POST /v1/a
          GitHubにissueを作成  | POST /v1/a
          課題の一覧            | GET /v1/a
          ISSUE一覧            | GET /v1/a
          ลบissue             | DELETE /v1/a/{id}
          ลบ                  | DELETE /v1/a/{id}
          получить заказ      | GET /v1/b/{id}
          ЗАКАЗ               | GET /v1/b/{id}
          größe ändern        | PATCH /v1/c
          GROSSE ANDERN       | GET /v1/d
          """)
  void aWordIsFoundBesideOneOfAnotherScript(String query, String route) {
    SmallApi api = new SmallApi();
    api.add("POST", "/v1/a", "GitHubのissueを作成します");
    api.add("GET", "/v1/a", "課題（issue）の一覧を取得します");
    api.add("DELETE", "/v1/a/{id}", "ลบissueออกจากระบบ");
    api.add("GET", "/v1/b/{id}", "Получить заказ");
    api.add("PATCH", "/v1/c", "Größe eines Bildes ändern");
    api.add("GET", "/v1/d", "Grosse Werte anzeigen");

    assertThat(api.search(query)).first().isEqualTo(route);
  }

  /** A word that ends in -s without being a plural means one thing, not the collection. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          get the alias          | GET /aliases/{alias}
          get aliases            | GET /aliases
          show the canvas        | GET /canvases/{canvas}
          show canvases          | GET /canvases
          embed my notes         | POST /embeddings
          create an embedding    | POST /embeddings
          create embeddings      | POST /embeddings
          """)
  void aFormOfAWordIsTheWord(String query, String route) {
    SmallApi api = new SmallApi();
    for (String thing : new String[] {"alias", "canvas"}) {
      api.add("GET", "/" + thing + "es", "List " + thing + "es");
      api.add("GET", "/" + thing + "es/{" + thing + "}", "Get " + thing);
    }
    api.add("POST", "/embeddings", "Create embeddings");
    api.add("POST", "/texts", "Create a text");

    assertThat(api.search(query)).first().isEqualTo(route);
  }
}
