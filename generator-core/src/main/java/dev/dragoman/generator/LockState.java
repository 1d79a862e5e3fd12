package dev.dragoman.generator;

import java.util.Objects;

/**
 * How a generation stands with the lock.
 *
 * @param presence whether there is one
 * @param changes how many changes the document would make to it
 * @param withheld how many operations of the document are left out, because it does not have them
 */
public record LockState(Presence presence, int changes, int withheld) {
  /** Whether there is a lock. */
  public enum Presence {
    /** None is asked for. */
    UNHEEDED,
    ABSENT,
    PRESENT
  }

  static final LockState UNHEEDED = new LockState(Presence.UNHEEDED, 0, 0);
  static final LockState ABSENT = new LockState(Presence.ABSENT, 0, 0);

  public LockState {
    Objects.requireNonNull(presence);
  }

  /** For the build's log; begins with a comma unless it is empty. */
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

  /** Whether there is something to agree to. */
  public boolean asksForAcceptance() {
    return presence == Presence.ABSENT || changes > 0;
  }

  /** Whether the output may stand until an input changes. */
  boolean isSettled() {
    return changes == 0;
  }
}
