package dev.dragoman.runtime.several;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.auth.AccessRefusedException;
import dev.dragoman.runtime.auth.CallerResolver;
import dev.dragoman.runtime.auth.RequestHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Determines the caller of each API from that API's own headers. {@code Authorization} is refused,
 * because it does not say whose key it contains: guessing could send one vendor's key to another.
 */
public final class SeveralCallers implements CallerResolver {
  private static final String AUTHORIZATION = "Authorization";
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;

  private final List<Member> members;
  private final boolean anonymous;

  /**
   * One API.
   *
   * @param keyHeader the header with its key
   * @param resolver reads this API's headers only
   */
  public record Member(String id, String keyHeader, CallerResolver resolver) {}

  /**
   * Creates a resolver.
   *
   * @param anonymous whether callers are admitted without credentials; otherwise an API is
   *     available to those only who send one for it
   */
  public SeveralCallers(List<Member> members, boolean anonymous) {
    this.members = List.copyOf(members);
    this.anonymous = anonymous;
  }

  @Override
  public Caller resolve(RequestHeaders headers) {
    List<String> problems = new ArrayList<>();
    if (!headers.all(AUTHORIZATION).isEmpty()) {
      problems.add(
          "Authorization does not say which API it is for; send each key in a header of its own: "
              + keyHeaders()
              + ".");
    }
    Map<String, Caller> callers = new LinkedHashMap<>();
    for (Member member : members) {
      try {
        Caller caller = member.resolver().resolve(headers);
        if (anonymous || !caller.isAnonymous()) {
          callers.put(member.id(), caller);
        }
      } catch (AccessRefusedException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new AccessRefusedException(BAD_REQUEST, String.join(" ", problems), Optional.empty());
    }
    if (callers.isEmpty()) {
      throw new AccessRefusedException(
          UNAUTHORIZED,
          "A key is missing; send one at least: " + keyHeaders() + ".",
          Optional.of("ApiKey"));
    }
    return Caller.ofApis(callers);
  }

  private String keyHeaders() {
    return String.join(", ", members.stream().map(Member::keyHeader).toList());
  }
}
