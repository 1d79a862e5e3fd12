package dev.dragoman.runtime.guide.model;

import java.net.URI;
import java.util.Objects;

/**
 * A link that a client on the same machine opens to add the server.
 *
 * @param label the text of the button, e.g. {@code Add to Cursor}
 * @param target with a scheme of the client, such as {@code cursor:} or {@code vscode:}; contains
 *     no key
 */
public record InstallLink(String label, URI target) {
  public InstallLink {
    Objects.requireNonNull(label);
    Objects.requireNonNull(target);
  }
}
