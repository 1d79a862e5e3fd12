package dev.dragoman.runtime.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Words of English, not of any API: the ones that carry no topic, and the verbs of requests. */
final class WordLists {
  /** Function words and phrases of politeness: they are in every request and name nothing. */
  static final Set<String> FUNCTION =
      words(
          """
          a an the this that these those it its there here some any such
          and or but nor so yet if then than also else as because while when where
          of in on at by for from to into onto with without within via per about over under
          after before between through during until upon up out off
          is are was were be been being am do does did doing done has have had having
          can could may might shall should will would must let lets
          i me my mine myself we us our ours you your yours he him his she her hers they them
          their theirs itself
          what which who whom whose how why
          please kindly thanks thank hi hello hey help want wants need needs like would wish
          just really very now currently already again too only both each either
          not no yes ok im id ill ive dont doesnt whats wheres whos
          able using use used able provide give gives tell know
          """);

  /** Words of the first person: the one who asks. */
  static final Set<String> FIRST_PERSON = words("i me my mine myself im we us our");

  /** What a request's verb asks for. */
  enum Intent {
    READ,
    LIST,
    CREATE,
    UPDATE,
    REPLACE,
    DELETE
  }

  /** Verbs of requests by the kind of request, all in the form that requests have. */
  static final Map<String, Intent> VERBS = new HashMap<>();

  static {
    verbs(
        Intent.READ, "get fetch retrieve read show view see check find describe inspect download");
    verbs(Intent.READ, "look lookup display who what whats which when where whose is does");
    verbs(Intent.LIST, "list enumerate browse search query");
    verbs(Intent.CREATE, "create add make new post submit send upload insert register publish");
    verbs(Intent.CREATE, "invite generate attach");
    verbs(Intent.UPDATE, "update edit change modify set rename alter adjust amend patch mark");
    verbs(Intent.REPLACE, "replace overwrite put");
    verbs(Intent.DELETE, "delete remove drop erase destroy revoke unassign purge discard");
  }

  private WordLists() {}

  private static void verbs(Intent intent, String words) {
    words(words).forEach(word -> VERBS.put(word, intent));
  }

  private static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
  }
}
