package dev.dragoman.runtime.validate.schema;

import dev.dragoman.runtime.pattern.LinearPattern;
import dev.dragoman.runtime.pattern.PatternMatch;
import dev.dragoman.runtime.text.DisplayValue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** The keyword {@code pattern}. An unusable pattern lets every string pass, undecided. */
final class PatternAssertion implements Assertion {
  private static final int SHOWN = 100;

  private final LinearPattern pattern;
  private final String shown;
  private final boolean secret;
  private final BiConsumer<String, String> faults;
  private final AtomicBoolean used = new AtomicBoolean();

  /**
   * A pattern that is compiled when it is first applied.
   *
   * @param faults called once for an unusable pattern, with the keyword and the reason
   */
  PatternAssertion(String source, boolean secret, BiConsumer<String, String> faults) {
    this.pattern = LinearPattern.of(source);
    this.shown = DisplayValue.text(source, SHOWN);
    this.secret = secret;
    this.faults = faults;
  }

  @Override
  public void check(InstanceLocation location, JsonNode value, Validation validation) {
    if (!value.isString()) {
      return;
    }
    PatternMatch match = pattern.find(value.stringValue(), validation.work());
    if (match == PatternMatch.ABSENT) {
      validation.mismatch(location, "a match of the pattern " + shown, value, secret);
    } else if (match == PatternMatch.UNDECIDED) {
      validation.undecided();
      if (!validation.isOver() && !used.getAndSet(true)) {
        pattern.refusal().ifPresent(why -> faults.accept("pattern", why + ": " + shown));
      }
    }
  }
}
