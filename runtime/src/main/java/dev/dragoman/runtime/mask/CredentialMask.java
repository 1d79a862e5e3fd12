package dev.dragoman.runtime.mask;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Replaces credentials in text with {@code ***}, in every common spelling: verbatim; with JSON,
 * percent or HTML escapes in either case, partly or doubly escaped; and in Base64 or Base64URL,
 * alone or as part of a longer value such as {@code Bearer KEY}. Credentials that are split,
 * reversed or written in hexadecimal digits are not found.
 *
 * <p>Credentials of fewer than eight characters are not masked, because that would remove ordinary
 * text. Takes time linear in the text and, besides the result, constant memory. Immutable; does not
 * print the credentials.
 */
public final class CredentialMask {
  private static final String MASK = "***";

  private final Needles needles;

  private CredentialMask(Needles needles) {
    this.needles = needles;
  }

  /** A mask for credentials as they are sent: keys, tokens, {@code user:password}. */
  public static CredentialMask of(Collection<Secret> secrets) {
    return new CredentialMask(new Needles(Spellings.of(secrets)));
  }

  /** A mask for all credentials of a caller, including its access token. */
  public static CredentialMask of(Caller caller) {
    List<Secret> secrets = new ArrayList<>();
    collect(caller, secrets);
    return of(secrets);
  }

  private static void collect(Caller caller, List<Secret> secrets) {
    secrets.addAll(caller.credentials().values());
    caller.credential().ifPresent(secrets::add);
    caller.grant().flatMap(grant -> grant.token()).ifPresent(secrets::add);
    caller.apis().values().forEach(one -> collect(one, secrets));
  }

  /** The text with every credential replaced; the same instance if there is none. */
  public String mask(String text) {
    return mask(text, false);
  }

  /**
   * Like {@link #mask} for a text that was cut: part of a credential at its end is replaced as
   * well.
   *
   * @param text the beginning of a longer text
   */
  public String maskCut(String text) {
    return mask(text, true);
  }

  private String mask(String text, boolean cut) {
    return needles.isEmpty()
        ? text
        : replaced(text, new Finder(needles, text.length()).find(text, cut));
  }

  private static String replaced(String text, List<Range> ranges) {
    if (ranges.isEmpty()) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text.length());
    int copied = 0;
    for (Range range : merged(ranges)) {
      masked.append(text, copied, range.start()).append(MASK);
      copied = range.end();
    }
    return masked.append(text, copied, text.length()).toString();
  }

  /**
   * Joins ranges that overlap or touch, because the spellings of several credentials may share
   * characters.
   */
  private static List<Range> merged(List<Range> ranges) {
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingInt(Range::start));
    List<Range> merged = new ArrayList<>();
    Range open = sorted.get(0);
    for (Range next : sorted) {
      if (next.start() <= open.end()) {
        open = new Range(open.start(), Math.max(open.end(), next.end()));
      } else {
        merged.add(open);
        open = next;
      }
    }
    merged.add(open);
    return merged;
  }

  /** A range of a text; the end is exclusive. */
  record Range(int start, int end) {}

  @Override
  public String toString() {
    return MASK;
  }
}
