package dev.dragoman.runtime.execute.mock;

import dev.dragoman.runtime.media.MediaKind;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The media types that a request accepts (RFC 9110, section 12.5.1).
 *
 * @param ranges in the order of the request
 */
record Accept(List<Range> ranges) {
  static final Accept ANY = new Accept(List.of());

  private static final Pattern QUALITY =
      Pattern.compile(";\\s*q\\s*=\\s*([01](?:\\.[0-9]{0,3})?)", Pattern.CASE_INSENSITIVE);

  /** A media type, or a range of them, with its quality. */
  private record Range(String type, double quality) {
    boolean contains(String mediaType) {
      String essence = MediaKind.essence(mediaType);
      return type.equals("*/*")
          || type.equals(essence)
          || (type.endsWith("/*") && essence.startsWith(type.substring(0, type.length() - 1)));
    }

    int precision() {
      return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
    }
  }

  static Accept of(List<Pair> headers) {
    List<Range> ranges = new ArrayList<>();
    for (Pair header : headers) {
      if (header.name().equalsIgnoreCase("accept")) {
        for (String part : header.value().split(",", -1)) {
          Matcher quality = QUALITY.matcher(part);
          ranges.add(
              new Range(
                  MediaKind.essence(part),
                  quality.find() ? Double.parseDouble(quality.group(1)) : 1));
        }
      }
    }
    return new Accept(List.copyOf(ranges));
  }

  /** The offered type of the highest quality; the first one if none is accepted. */
  Optional<String> best(List<String> offered) {
    return offered.stream()
        .filter(type -> quality(type) > 0)
        .max(
            Comparator.comparingDouble(this::quality).thenComparing(type -> -offered.indexOf(type)))
        .or(() -> offered.stream().findFirst());
  }

  /** The quality of the most precise range that contains a type. */
  private double quality(String type) {
    return ranges.stream()
        .filter(range -> range.contains(type))
        .max(Comparator.comparingInt(Range::precision))
        .map(Range::quality)
        .orElse(ranges.isEmpty() ? 1.0 : 0.0);
  }
}
