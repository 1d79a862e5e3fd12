package dev.dragoman.runtime.execute.shape;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.ratelimit.LimitWords;
import dev.dragoman.runtime.execute.ratelimit.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Advice about a status that is not successful. The header fields for rate limits decide what 403,
 * 429 and 503 mean; a time that the API asks to wait is stated for every error.
 */
final class StatusAdvice {
  private static final String TOO_MANY = "Too many calls.";
  private static final String LIMITED =
      "Too many calls: the API's rate limit is reached, so this is not a matter of permissions.";
  private static final String UNKNOWN_TIME = " Wait a minute before the next one.";
  private static final String LATER = " Try again later, not immediately.";

  /** RFC 6750, section 3. */
  private static final Pattern SCOPE =
      Pattern.compile("\\bscope=\"([^\"]{1,500})\"", Pattern.CASE_INSENSITIVE);

  private StatusAdvice() {}

  static String of(ApiResponse response) {
    return of(response, Instant.now());
  }

  /**
   * The advice.
   *
   * @param now the current time, from which points in time in the header fields are counted
   */
  static String of(ApiResponse response, Instant now) {
    int status = response.status();
    RateLimit limit = RateLimit.of(response, now);
    if (isLimited(response, limit)) {
      String what = status == 429 || status == 503 ? TOO_MANY : LIMITED;
      return what + limit.time().map(time -> until(time, now)).orElse(UNKNOWN_TIME);
    }
    String advice = StatusSentences.of(status).orElseGet(() -> byClass(response));
    if (status == 403) {
      return advice + accepted(response);
    }
    String otherwise = status == 503 || status == 529 ? LATER : "";
    return advice
        + limit
            .asked()
            .filter(unused -> status > 399)
            .map(time -> until(time, now))
            .orElse(otherwise);
  }

  private static boolean isLimited(ApiResponse response, RateLimit limit) {
    return switch (response.status()) {
      case 400 -> LimitWords.isIn(response);
      case 403 -> limit.asked().isPresent() || limit.isReached() || LimitWords.isIn(response);
      case 429 -> true;
      case 503 -> limit.isReached();
      default -> false;
    };
  }

  private static String byClass(ApiResponse response) {
    int status = response.status();
    if (status == 304) {
      return "Nothing has changed since the version specified in the request.";
    } else if (status < 400) {
      return response
          .header("location")
          .map(
              url ->
                  "The API redirects to "
                      + url
                      + ". Only reads are redirected, a few times in a row and within one origin:"
                      + " the credential is for that origin only, and a change is not sent twice.")
          .orElse("The API redirects without saying where to. Check the arguments.");
    }
    return status < 500
        ? "The API refused the request: the response body may say why."
        : "The API failed.";
  }

  /** Seconds are rounded up, so that the next call is not made too early. */
  private static String until(Duration time, Instant now) {
    if (time.isZero()) {
      return " The time to wait is over: the next call can be made now.";
    }
    long seconds = time.plusMillis(999).toSeconds();
    Instant end = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
    String unit = seconds == 1 ? " second" : " seconds";
    return " Wait " + seconds + unit + ", until " + end + ", before the next call.";
  }

  /** The permissions of which the API accepts one, where a header names them. */
  private static String accepted(ApiResponse response) {
    return response
        .header("x-accepted-oauth-scopes")
        .or(() -> response.header("x-accepted-github-permissions"))
        .or(() -> response.header("www-authenticate").flatMap(StatusAdvice::scope))
        .map(String::strip)
        .filter(names -> !names.isEmpty())
        .map(names -> " The API accepts: " + names + ".")
        .orElse("");
  }

  private static Optional<String> scope(String challenge) {
    Matcher scope = SCOPE.matcher(challenge);
    return scope.find() ? Optional.of(scope.group(1)) : Optional.empty();
  }
}
