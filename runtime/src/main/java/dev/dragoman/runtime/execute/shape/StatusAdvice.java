package dev.dragoman.runtime.execute.shape;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.RetryAfter;
import java.time.Instant;
import java.util.Optional;

/** What to do about a status that is no success (RFC 9110, section 15). */
final class StatusAdvice {
  private StatusAdvice() {}

  static String of(ApiResponse answer) {
    return switch (answer.status()) {
      case 400 ->
          "The API did not understand the request: its body says why. Correct the arguments.";
      case 401 ->
          "The API did not accept the credential, or wants one. Trying again will not help: whoever"
              + " set up this connection has to check the API key, and whether the API wants a word"
              + " before it such as Token or Bearer: the key can be given with it, or the operator"
              + " sets --auth-prefix.";
      case 402 -> "The account's plan or balance does not cover this call.";
      case 403 ->
          "The credential is valid but may not do this. It needs another role or scope in the API;"
              + " trying again will not help.";
      case 404 ->
          "There is no such thing, or the credential may not see it. Check every id in the"
              + " arguments, best by listing what there is.";
      case 405, 501 -> "The API does not offer this operation here.";
      case 406, 415 -> "The API does not speak the media type of the request or answer.";
      case 408, 504 -> "The API took too long. Ask for less, or try again later.";
      case 409 ->
          "This conflicts with the present state, or the thing exists already. Read it again before"
              + " you change it.";
      case 410 -> "The thing is gone for good.";
      case 412, 428 -> "The thing has changed meanwhile. Read it again and use its new ETag.";
      case 413 -> "The request is too large. Send less, or in parts.";
      case 422 -> "The API understood the arguments and refused their values: the body says which.";
      case 423 -> "The thing is locked.";
      case 429 -> "Too many calls. " + wait(answer).orElse("Wait a minute before the next one.");
      case 503 ->
          "The API is not available. " + wait(answer).orElse("Try again later, not at once.");
      default -> byClass(answer);
    };
  }

  private static String byClass(ApiResponse answer) {
    int status = answer.status();
    if (status == 304) {
      return "Nothing has changed since the version that the request names.";
    } else if (status < 400) {
      String place = answer.header("location").map(url -> " to " + url).orElse("");
      return "The API redirects"
          + place
          + ". This was not followed: the credential stays with the one origin it is for, and a"
          + " change is not sent twice.";
    }
    return status < 500 ? "The API refused the request: its body may say why." : "The API failed.";
  }

  private static Optional<String> wait(ApiResponse answer) {
    return RetryAfter.of(answer, Instant.now())
        .map(time -> "Wait " + time.toSeconds() + " seconds before the next call.");
  }
}
