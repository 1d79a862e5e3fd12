package dev.dragoman.example.polar.tools;

import dev.dragoman.runtime.client.ApiReply;
import dev.dragoman.runtime.extension.CallFilter;
import dev.dragoman.runtime.extension.OperationCall;
import java.util.regex.Pattern;

/** Agents do not see e-mail addresses. The replacement is one, so that responses stay valid. */
final class MaskEmails implements CallFilter {
  private static final Pattern EMAIL =
      Pattern.compile("(?<![\\w.+%-])[\\w.+%-]++@(?:[\\w-]++\\.)++[\\w-]++");

  @Override
  public ApiReply response(OperationCall call, ApiReply reply) {
    String text = reply.text();
    String masked = EMAIL.matcher(text).replaceAll("hidden@example.invalid");
    return masked.equals(text) ? reply : reply.withText(masked);
  }
}
