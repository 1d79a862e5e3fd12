package dev.dragoman.generator;

import java.util.Objects;

/**
 * How a document compares with its lock.
 *
 * @param presence whether there is a lock
 * @param changes the number of changes that the document would make to it
 * @param withheld the number of operations that are left out because they are not in the lock
 */
public record LockState(Presence presence, int changes, int withheld) {
  /** Whether there is a lock. */
  public enum Presence {
    /** No lock is used. */
    UNHEEDED,
    ABSENT,
    PRESENT
  }

  static final LockState UNHEEDED = new LockState(Presence.UNHEEDED, 0, 0);
  static final LockState ABSENT = new LockState(Presence.ABSENT, 0, 0);

  public LockState {
    Objects.requireNonNull(presence);
  }

  /** For the build's log; starts with a comma unless it is empty. */
  String summary() {
    return switch (presence) {
      case UNHEEDED -> "";
      case ABSENT -> ", no lock: all operations are exposed";
      case PRESENT ->
          changes == 0
              ? ", matching the lock"
              : ", %d differences from the lock (%d operations left out)"
                  .formatted(changes, withheld);
    };
  }

  /** Whether there is anything to accept. */
  public boolean asksForAcceptance() {
    return presence == Presence.ABSENT || changes > 0;
  }

  /**
   * Whether the output is up to date until an input changes. While there are differences, every
   * build reports them again.
   */
  boolean isSettled() {
    return changes == 0;
  }
}
