package dev.dragoman.generator.plan.search;

/** A list in text: what is needed is there, the rest as long as there is room. */
final class MemberList {
  private final StringBuilder text = new StringBuilder();
  private final String separator;
  private final int room;
  private boolean cut;

  MemberList(String separator, int room) {
    this.separator = separator;
    this.room = room;
  }

  /** Adds a part, the needed ones before the others. */
  void add(String part, boolean needed) {
    boolean fits = text.isEmpty() || text.length() + part.length() <= room;
    if (cut || !(needed || fits)) {
      cut = true;
      return;
    }
    text.append(text.isEmpty() ? "" : separator).append(part);
  }

  /** Notes that there is more, which was not even tried. */
  void leaveOut() {
    cut = true;
  }

  /** The list; an ellipsis at its end stands for what is not in it. */
  String text() {
    String end = text.isEmpty() ? "…" : separator + "…";
    return cut ? text + end : text.toString();
  }
}
