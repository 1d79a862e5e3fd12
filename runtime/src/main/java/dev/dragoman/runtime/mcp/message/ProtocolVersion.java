package dev.dragoman.runtime.mcp.message;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The supported protocol revisions, oldest first. */
public enum ProtocolVersion {
  V2025_03_26("2025-03-26"),
  V2025_06_18("2025-06-18"),
  V2025_11_25("2025-11-25"),
  V2026_07_28("2026-07-28");

  private static final List<ProtocolVersion> NEWEST_FIRST =
      Arrays.stream(values()).sorted(Comparator.reverseOrder()).toList();

  private final String text;

  ProtocolVersion(String text) {
    this.text = text;
  }

  /** The revision's date, as sent. */
  public String text() {
    return text;
  }

  /** Whether every request declares its version, without {@code initialize}. */
  public boolean isModern() {
    return this == V2026_07_28;
  }

  /** The revision with this date; empty if it is not supported. */
  public static Optional<ProtocolVersion> of(String text) {
    return NEWEST_FIRST.stream().filter(version -> version.text.equals(text)).findFirst();
  }

  /**
   * The revision negotiated by {@code initialize}: the requested one if it has that handshake,
   * otherwise the newest that has it (MCP 2025-11-25, "Version Negotiation").
   */
  public static ProtocolVersion agreedFor(String requested) {
    return of(requested).filter(version -> !version.isModern()).orElse(V2025_11_25);
  }

  public static List<ProtocolVersion> newestFirst() {
    return NEWEST_FIRST;
  }
}
