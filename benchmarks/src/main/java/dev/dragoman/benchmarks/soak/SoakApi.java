package dev.dragoman.benchmarks.soak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.dragoman.benchmarks.faults.ApiFault;
import dev.dragoman.benchmarks.serving.LoopbackApi;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API behind the server, which works unless the last segment of a path names a fault. */
final class SoakApi {
  private static final Pattern KIND = Pattern.compile("^GET /answers/([a-z0-9-]+) ");
  private static final byte[] FINE = LoopbackApi.json("{\"data\":{\"name\":\"a fine thing\"}}");

  /** Faults in addition to those of {@link ApiFault}, by what a response contains. */
  private static final Map<String, byte[]> MORE =
      Map.of(
          "huge-exponent", LoopbackApi.json("{\"n\":1e99999999999}"),
          "wide-exponent", LoopbackApi.json("{\"n\":1e999999999,\"m\":[1e-999999999]}"),
          "many-digits", LoopbackApi.json("{\"n\":" + "9".repeat(200_000) + "}"),
          "many-values", LoopbackApi.json("[" + "{},".repeat(1_000_000) + "1]"),
          "lone-surrogate", LoopbackApi.json("{\"n\":\"\\ud800\",\"m\":\"\\u202e\"}"),
          "long-retry-after", status("429 Slow down", "Retry-After: " + "9".repeat(4_000)),
          "odd-retry-after", status("503 No", "Retry-After: -1e99999999999"),
          "deep-redirect", status("307 No", "Location: " + "/..".repeat(2_000)));

  private SoakApi() {}

  private static byte[] status(String line, String header) {
    return ("HTTP/1.1 " + line + "\r\n" + header + "\r\nContent-Length: 0\r\n\r\n")
        .getBytes(ISO_8859_1);
  }

  /** The names of all faults. */
  static List<String> kinds() {
    List<String> kinds = new ArrayList<>(MORE.keySet().stream().sorted().toList());
    for (ApiFault fault : ApiFault.values()) {
      kinds.add(name(fault));
    }
    return kinds;
  }

  private static String name(ApiFault fault) {
    return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static boolean answer(String request, OutputStream out) throws IOException, InterruptedException {
    Matcher kind = KIND.matcher(request);
    if (!kind.find()) {
      out.write(FINE);
      return true;
    }
    byte[] whole = MORE.get(kind.group(1));
    if (whole != null) {
      out.write(whole);
      return false;
    }
    for (ApiFault fault : ApiFault.values()) {
      if (name(fault).equals(kind.group(1))) {
        fault.answer(out);
      }
    }
    return false;
  }
}
