package dev.dragoman.generator.plan.search;

/** A list as text. Contains every required part, and optional ones as long as there is space. */
final class MemberList {
  private final StringBuilder text = new StringBuilder();
  private final String separator;
  private final int room;
  private boolean cut;

  /**
   * Creates a list.
   *
   * @param room the number of characters after which optional parts are omitted
   */
  MemberList(String separator, int room) {
    this.separator = separator;
    this.room = room;
  }

  /** Adds a part; after an optional part that did not fit, only required ones are added. */
  void add(String part, boolean needed) {
    boolean fits = text.isEmpty() || text.length() + part.length() <= room;
    if (!needed && (cut || !fits)) {
      cut = true;
      return;
    }
    text.append(text.isEmpty() ? "" : separator).append(part);
  }

  /** Whether parts were omitted. */
  boolean isCut() {
    return cut;
  }

  /** Marks the list as incomplete without trying to add a part. */
  void leaveOut() {
    cut = true;
  }

  /** The list; an ellipsis at its end stands for omitted parts. */
  String text() {
    String end = text.isEmpty() ? "…" : separator + "…";
    return cut ? text + end : text.toString();
  }
}
