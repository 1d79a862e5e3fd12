package dev.dragoman.runtime.start;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The ways in which a server is started, with the JVM's flags that suit each. */
enum Transport {
  /** Standard input and output, for one user. */
  STDIO,
  /** A socket, for many callers. */
  HTTP;

  private static final List<String> COMMON = List.of("-XX:+UseSerialGC", "-Xms8m");

  /** What the JVM says about an archive would be on standard output, which is for messages only. */
  private static final List<String> QUIET =
      List.of("-Xlog:disable", "-Xlog:os*=warning,gc*=warning:stderr");

  /**
   * One user waits for the start: the second compiler would take 9 MB, and a part of the processor
   * meanwhile. Many callers need it, but wait for it, too: with smaller limits for inlining it is
   * done in half the time, and the server is as fast afterwards. Its memory is given back to the
   * system when it is done.
   */
  private List<String> own() {
    return switch (this) {
      case STDIO -> List.of("-XX:TieredStopAtLevel=1");
      case HTTP ->
          List.of(
              "-XX:+IgnoreUnrecognizedVMOptions",
              "-XX:+UnlockDiagnosticVMOptions",
              "-XX:TrimNativeHeapInterval=2000",
              "-XX:InlineSmallCode=1000",
              "-XX:FreqInlineSize=150",
              "-XX:Tier3DelayOn=0");
    };
  }

  /** Flags of the JVM. */
  List<String> flags() {
    return Stream.of(COMMON, own(), QUIET).flatMap(List::stream).toList();
  }

  /** As in names of files. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The server's flag. */
  String flag() {
    return "--" + word();
  }
}
