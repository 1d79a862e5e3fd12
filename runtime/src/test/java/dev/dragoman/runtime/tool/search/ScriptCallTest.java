package dev.dragoman.runtime.tool.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.catalog.OperationCard;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptCallTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          users_me         | ``        | ``             | api.users_me()
          users_get        | id: string | ``            | api.users_get(args)
          issues/create    | ``        | {title: string} | api["issues/create"]({}, body)
          issues/update    | n: integer | {title: string} | api["issues/update"](args, body)
          2fa              | ``        | ``             | api["2fa"]()
          say "hi" \\ bye  | ``        | ``             | api["say \\"hi\\" \\\\ bye"]()
          """)
  void anIdThatIsNoIdentifierIsQuoted(String id, String parameters, String body, String call) {
    OperationCard card =
        OperationCard.builder(Operation.of(id, "GET", "/", AccessLevel.READ))
            .parameters(parameters)
            .body(body)
            .build();
    assertThat(ScriptCall.of(card)).isEqualTo(call);
  }
}
