package dev.dragoman.runtime.library;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of a library, compared by its leading numbers; what follows them, such as {@code -rc1},
 * makes no difference.
 */
record LibraryVersion(List<Integer> numbers) implements Comparable<LibraryVersion> {
  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,9})(?:[.-]|$)");

  LibraryVersion {
    numbers = List.copyOf(numbers);
  }

  static LibraryVersion of(String version) {
    List<Integer> numbers = new ArrayList<>();
    Matcher number = NUMBER.matcher(version);
    while (number.lookingAt()) {
      numbers.add(Integer.parseInt(number.group(1)));
      number.region(number.end(), version.length());
    }
    return new LibraryVersion(numbers);
  }

  @Override
  public int compareTo(LibraryVersion other) {
    int length = Math.max(numbers.size(), other.numbers.size());
    for (int place = 0; place < length; place++) {
      int difference = Integer.compare(at(place), other.at(place));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private int at(int place) {
    return place < numbers.size() ? numbers.get(place) : 0;
  }
}
