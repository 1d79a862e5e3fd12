package dev.dragoman.generator.options;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operator's choices about a server's tools.
 *
 * @param mode which tools the server has; {@link ToolMode#SEARCH} if empty
 * @param named operations that are tools of their own, in the order in which they are listed
 */
public record ToolChoices(Optional<ToolMode> mode, List<NamedTool> named) {
  /** No choices. */
  public static final ToolChoices NONE = new ToolChoices(Optional.empty(), List.of());

  public ToolChoices {
    Objects.requireNonNull(mode);
    named = List.copyOf(named);
  }

  /** The mode that applies. */
  public ToolMode effectiveMode() {
    return mode.orElse(ToolMode.SEARCH);
  }

  /** These choices combined with others, which take precedence where only one value is possible. */
  public ToolChoices and(ToolChoices more) {
    return new ToolChoices(
        more.mode.or(() -> mode), Stream.concat(named.stream(), more.named.stream()).toList());
  }
}
