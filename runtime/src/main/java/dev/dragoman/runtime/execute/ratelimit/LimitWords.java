package dev.dragoman.runtime.execute.ratelimit;

import dev.dragoman.runtime.execute.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Recognizes error bodies that report a rate limit: some APIs do so with status 403 or 400 and
 * without any header, such as those of Google ({@code rateLimitExceeded}), AWS ({@code
 * ThrottlingException}) and GitHub's secondary limits.
 */
public final class LimitWords {
  /** Codes and messages stand at the beginning of an error body. */
  private static final int BYTES_READ = 4_000;

  private static final Pattern REACHED =
      Pattern.compile(
          "rate[ _-]?limit[ _-]?(is |was |has been )?(exceeded|reached|hit|error)"
              + "|(exceed(ed|s|ing)?|hit|reached) [^\"<>{}.]{0,60}rate[ _-]?limit"
              + "|\"rate[ _-]?limit(ed|ing)?\""
              + "|too[ _-]?many[ _-]?requests"
              + "|(throttling|throttled)(exception|error)?\"|request[ _-]?(was )?throttled"
              + "|resource_exhausted|request[ _-]?limit[ _-]?exceeded",
          Pattern.CASE_INSENSITIVE);

  private LimitWords() {}

  /** Whether the body says that a rate limit was reached. */
  public static boolean isIn(ApiResponse response) {
    byte[] body = response.body().shared();
    int length = Math.min(body.length, BYTES_READ);
    return REACHED.matcher(new String(body, 0, length, StandardCharsets.UTF_8)).find();
  }
}
