package dev.dragoman.runtime.guide.model;

import java.util.Objects;

/**
 * Text that is copied as it is.
 *
 * @param id unique in a guide and stable, e.g. {@code claude-code-api-key-file}; also usable as an
 *     HTML id
 * @param kind what is done with the text
 * @param title what it is, for people: the path of a file as the client's documentation writes it,
 *     or a word such as {@code Terminal}
 * @param language the language for highlighting: {@code sh}, {@code json}, {@code toml}, {@code
 *     python}, {@code javascript} or {@code text}
 * @param text the exact text, without a line break at the end
 */
public record Snippet(String id, Kind kind, String title, String language, String text) {

  /** What is done with a snippet. */
  public enum Kind {
    /** Run in a POSIX shell. */
    SHELL,
    /** The contents of a file, or what is added to it; the title is the file's path. */
    FILE,
    /** Saved under the title's name and run. */
    SCRIPT,
    /** Pasted into a field. */
    VALUE,
    /** Pasted into a chat. */
    CHAT
  }

  public Snippet {
    Objects.requireNonNull(id);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(title);
    Objects.requireNonNull(language);
    text = text.stripTrailing();
  }

  /** Whether the text is run in a shell. */
  public boolean isShell() {
    return kind == Kind.SHELL;
  }
}
