package dev.dragoman.generator.options;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operator's choices about a server's tools.
 *
 * @param mode which tools the server has; {@link ToolMode#SEARCH} if empty
 * @param descriptions what descriptions contain; {@link ToolDescriptions#EXAMPLES} if empty
 * @param named operations that are tools of their own, in the order in which they are listed
 */
public record ToolChoices(
    Optional<ToolMode> mode, Optional<ToolDescriptions> descriptions, List<NamedTool> named) {
  /** No choices. */
  public static final ToolChoices NONE =
      new ToolChoices(Optional.empty(), Optional.empty(), List.of());

  public ToolChoices {
    Objects.requireNonNull(mode);
    Objects.requireNonNull(descriptions);
    named = List.copyOf(named);
  }

  /** The mode that applies. */
  public ToolMode effectiveMode() {
    return mode.orElse(ToolMode.SEARCH);
  }

  /** The descriptions that apply. */
  public ToolDescriptions effectiveDescriptions() {
    return descriptions.orElse(ToolDescriptions.EXAMPLES);
  }

  /** These choices combined with others, which take precedence where only one value is possible. */
  public ToolChoices and(ToolChoices more) {
    return new ToolChoices(
        more.mode.or(() -> mode),
        more.descriptions.or(() -> descriptions),
        Stream.concat(named.stream(), more.named.stream()).toList());
  }
}
