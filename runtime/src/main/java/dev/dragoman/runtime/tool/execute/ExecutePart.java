package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.catalog.OperationCard;

/**
 * The operations that an execute tool runs. Clients that approve calls by the name of the tool can
 * allow those of a reading tool without allowing the others.
 */
public enum ExecutePart {
  ALL("execute", "Run an operation", ""),
  READS("execute_read", "Run a reading operation", "reading "),
  WRITES("execute_write", "Run a changing operation", "changing ");

  private final String tool;
  private final String title;
  private final String kind;

  ExecutePart(String tool, String title, String kind) {
    this.tool = tool;
    this.title = title;
    this.kind = kind;
  }

  /** The name of the tool. */
  public String tool() {
    return tool;
  }

  String title() {
    return title;
  }

  /** A word for the operations, with a blank after it; empty for all. */
  String kind() {
    return kind;
  }

  boolean reads() {
    return this != WRITES;
  }

  /** Whether the tool runs operations of this access level. */
  boolean takes(AccessLevel access) {
    return this == ALL || (access == AccessLevel.READ) == reads();
  }

  String refusal(OperationCard card) {
    return card.id()
        + " is a "
        + card.access().word()
        + " operation: run it with "
        + (reads() ? WRITES : READS).tool
        + ". Nothing was sent.";
  }
}
