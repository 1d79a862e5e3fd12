package dev.dragoman.runtime.execute.shape;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.RetryAfter;
import java.time.Instant;
import java.util.Optional;

/** Advice about a status that is not successful (RFC 9110, section 15). */
final class StatusAdvice {
  private StatusAdvice() {}

  static String of(ApiResponse response) {
    return switch (response.status()) {
      case 400 ->
          "The API rejected the request as invalid: the response body says why. Correct the arguments.";
      case 401 ->
          "The API did not accept the credential, or requires one. Retrying will not help: the person"
              + " who set up this connection has to check the API key, and whether the API expects a"
              + " word before it such as Token or Bearer: the key can be given with it, or the operator"
              + " sets --auth-prefix.";
      case 402 -> "The account's plan or balance does not cover this call.";
      case 403 ->
          "The credential is valid but not allowed to do this. It needs another role or scope in the"
              + " API; retrying will not help.";
      case 404 ->
          "Not found, or not visible to this credential. Check every id in the arguments, preferably"
              + " by listing what exists.";
      case 405, 501 -> "The API does not offer this operation here.";
      case 406, 415 -> "The API does not support the media type of the request or response.";
      case 408, 504 -> "The API took too long. Request less, or try again later.";
      case 409 ->
          "This conflicts with the current state, or the resource already exists. Read it again before"
              + " changing it.";
      case 410 -> "The resource has been permanently removed.";
      case 412, 428 ->
          "The resource has changed in the meantime. Read it again and use its new ETag.";
      case 413 -> "The request is too large. Send less, or send it in parts.";
      case 422 ->
          "The API understood the arguments but refused their values: the response body says which.";
      case 423 -> "The resource is locked.";
      case 429 -> "Too many calls. " + wait(response).orElse("Wait a minute before the next one.");
      case 503 ->
          "The API is not available. " + wait(response).orElse("Try again later, not immediately.");
      default -> byClass(response);
    };
  }

  private static String byClass(ApiResponse response) {
    int status = response.status();
    if (status == 304) {
      return "Nothing has changed since the version specified in the request.";
    } else if (status < 400) {
      String place = response.header("location").map(url -> " to " + url).orElse("");
      return "The API redirects"
          + place
          + ". The redirect was not followed: the credential is for one origin only, and a"
          + " change is not sent twice.";
    }
    return status < 500
        ? "The API refused the request: the response body may say why."
        : "The API failed.";
  }

  private static Optional<String> wait(ApiResponse response) {
    return RetryAfter.of(response, Instant.now())
        .map(time -> "Wait " + time.toSeconds() + " seconds before the next call.");
  }
}
