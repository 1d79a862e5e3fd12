package dev.dragoman.runtime.validate;

import dev.dragoman.runtime.text.DisplayValue;
import dev.dragoman.runtime.text.VisibleText;
import dev.dragoman.runtime.validate.schema.UnknownMembers.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Notes on members that the document does not declare: one for each similar name, one for the rest.
 */
final class UndeclaredNotes {
  private static final int NAMED = 5;
  private static final int PLACE_LENGTH = 120;

  private UndeclaredNotes() {}

  static List<String> of(List<Unknown> unknown) {
    List<String> notes = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Unknown member : unknown) {
      String place = shown(member.place());
      if (member.nearest().isPresent() && notes.size() < NAMED) {
        notes.add(
            place
                + " is not in the document's schema; did you mean "
                + shown(member.nearest().get())
                + "?");
      } else {
        others.add(place);
      }
    }
    if (!others.isEmpty()) {
      notes.add(rest(others));
    }
    return List.copyOf(notes);
  }

  private static String rest(List<String> places) {
    String named = places.stream().limit(NAMED).collect(Collectors.joining(", "));
    int more = places.size() - NAMED;
    return named
        + (more > 0 ? " and " + more + " more" : "")
        + (places.size() == 1 ? " is" : " are")
        + " not in the document's schema; the API may ignore "
        + (places.size() == 1 ? "it." : "them.");
  }

  private static String shown(String text) {
    return DisplayValue.text(VisibleText.line(text), PLACE_LENGTH);
  }
}
