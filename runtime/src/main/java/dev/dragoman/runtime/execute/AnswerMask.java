package dev.dragoman.runtime.execute;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.ApiRequest.Pair;
import java.util.Comparator;
import java.util.List;

/**
 * Takes the caller's credential out of an answer that repeats it, as errors and links to the next
 * page do: an answer goes to a model, whose words go anywhere.
 */
final class AnswerMask {
  /** Shorter ones are no credentials worth the name and would blot out ordinary text. */
  private static final int MIN_LENGTH = 8;

  private static final String MASK = "***";

  private final List<String> spellings;

  AnswerMask(List<String> spellings) {
    this.spellings =
        spellings.stream()
            .filter(spelling -> spelling.length() >= MIN_LENGTH)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  ApiResponse mask(ApiResponse answer) {
    if (spellings.isEmpty()) {
      return answer;
    }
    List<Pair> headers =
        answer.headers().stream().map(pair -> new Pair(pair.name(), mask(pair.value()))).toList();
    return new ApiResponse(
        answer.status(),
        headers,
        answer.contentType().map(this::mask),
        mask(answer.body()),
        answer.isCut());
  }

  private ApiResponse.Bytes mask(ApiResponse.Bytes body) {
    String units = new String(body.shared(), ISO_8859_1);
    String masked = units;
    for (String spelling : spellings) {
      masked = masked.replace(new String(spelling.getBytes(UTF_8), ISO_8859_1), MASK);
    }
    return masked.equals(units) ? body : ApiResponse.Bytes.given(masked.getBytes(ISO_8859_1));
  }

  private String mask(String text) {
    String masked = text;
    for (String spelling : spellings) {
      masked = masked.replace(spelling, MASK);
    }
    return masked;
  }
}
