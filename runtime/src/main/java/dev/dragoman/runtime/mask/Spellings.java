package dev.dragoman.runtime.mask;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.Secret;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The decoded strings that reveal a credential. */
final class Spellings {
  private static final int MIN_LENGTH = 8;
  private static final Pattern SEPARATORS = Pattern.compile("[ ,;\"]+");

  private final Map<String, Needle> needles = new LinkedHashMap<>();

  private Spellings() {}

  /**
   * A string to search for.
   *
   * @param before number of preceding characters that contain bits of the credential
   * @param encoded whether it is Base64, and the following character may contain bits of the
   *     credential
   */
  record Needle(String text, int before, boolean encoded) {}

  /** The strings that reveal any of the credentials. */
  static List<Needle> of(Collection<Secret> secrets) {
    Spellings spellings = new Spellings();
    Set<String> plain = new LinkedHashSet<>();
    secrets.forEach(secret -> addPlain(secret.reveal(), plain));
    plain.stream().filter(one -> one.length() >= MIN_LENGTH).forEach(spellings::add);
    return List.copyOf(spellings.needles.values());
  }

  /**
   * The credential, its words without the first, which may be the name of a scheme, its password,
   * and both if the credential is their Base64 (RFC 7617).
   */
  private static void addPlain(String secret, Set<String> plain) {
    plain.add(secret);
    SEPARATORS
        .splitAsStream(secret)
        .skip(1)
        .flatMap(word -> Stream.of(word, word.substring(word.indexOf('=') + 1)))
        .forEach(plain::add);
    String decoded = decoded(secret);
    if (decoded.indexOf(':') > 0) {
      plain.add(decoded);
    }
    for (String pair : List.of(secret, decoded)) {
      int colon = pair.indexOf(':');
      if (colon == pair.length() - 1 && colon > 0) {
        plain.add(pair.substring(0, colon));
      } else if (colon >= 0) {
        plain.add(pair.substring(colon + 1));
      }
    }
  }

  /**
   * The text behind a Base64 value; empty if it is not printable, in which case the value is
   * probably a key.
   */
  private static String decoded(String secret) {
    try {
      String decoded = new String(Base64.getDecoder().decode(secret), UTF_8);
      boolean printable = decoded.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F);
      return printable ? decoded : "";
    } catch (IllegalArgumentException notEncoded) {
      return "";
    }
  }

  /**
   * Adds the spellings of a text: as it is, unescaped, and in Base64 at each of the three offsets
   * to a group of four digits that it may have inside a longer value.
   */
  private void add(String plain) {
    put(plain, 0, false);
    put(View.withoutEscapes(plain), 0, false);
    String form = URLEncoder.encode(plain, UTF_8);
    for (String source : form.equals(plain) ? List.of(plain) : List.of(plain, form)) {
      for (int offset = 0; offset < 3; offset++) {
        encode(source.getBytes(UTF_8), offset, Base64.getEncoder());
        encode(source.getBytes(UTF_8), offset, Base64.getUrlEncoder());
      }
    }
  }

  /** The digits that depend only on the credential, given the number of bytes before it. */
  private void encode(byte[] bytes, int offset, Base64.Encoder encoder) {
    byte[] shifted = new byte[offset + bytes.length];
    System.arraycopy(bytes, 0, shifted, offset, bytes.length);
    int first = (offset * 8 + 5) / 6;
    int end = shifted.length * 8 / 6;
    String digits = encoder.withoutPadding().encodeToString(shifted).substring(first, end);
    put(digits, offset == 0 ? 0 : 1, true);
  }

  /** Adds a spelling, unless it is so short that it would occur in ordinary text. */
  private void put(String text, int before, boolean encoded) {
    if (text.length() >= MIN_LENGTH) {
      needles.putIfAbsent(text, new Needle(text, before, encoded));
    }
  }
}
