package dev.dragoman.runtime.search.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** English words, independent of any API: words without a topic, and the verbs of requests. */
public final class WordLists {
  /** Function words and polite phrases: they occur in every request and name nothing. */
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
          multiple several various specified specific given particular certain single one existing
          able using use used provide give gives tell know new own
          """);

  /** First-person words, which denote the caller. */
  public static final Set<String> FIRST_PERSON = words("i me my mine myself im we us our");

  /** Words that start an object: the word before one is a verb unless it is a function word. */
  public static final Set<String> DETERMINERS =
      words("a an the this that these those my our your his her its their some any");

  /** Words that request all items of a kind. */
  public static final Set<String> ALL = words("all every many each");

  /** Words that request a single item. */
  public static final Set<String> ONE = words("a an one single specific particular details detail");

  /** Words that describe a change as partial. */
  public static final Set<String> PARTLY = words("partial partially partly patch");

  /** Words that describe a change as complete. */
  public static final Set<String> WHOLLY =
      words("full fully whole wholly entire entirely completely");

  /** Words between the phrases of a request. */
  static final Set<String> TIES = words("of from in for by with on to and that which who");

  /** Nouns that turn an adjacent noun into all items of its kind. */
  public static final Set<String> LISTS = words("list lists");

  /** Nouns that represent the noun that follows: "a list of", "details about". */
  public static final Set<String> LIGHT =
      words("list lists detail details info information metadata data number set all");

  /** The intent of a request's verb. */
  public enum Intent {
    READ,
    LIST,
    CREATE,
    UPDATE,
    PATCH,
    REPLACE,
    DELETE,
    /** An unknown verb: it changes something, otherwise the request would be a question. */
    ACT
  }

  /** Verbs of requests and question words, by intent. */
  public static final Map<String, Intent> VERBS = verbs();

  private WordLists() {}

  private static Map<String, Intent> verbs() {
    Map<String, Intent> verbs = new HashMap<>();
    put(verbs, Intent.READ, "get fetch retrieve read show view see look lookup check find");
    put(verbs, Intent.READ, "describe inspect display download");
    put(verbs, Intent.READ, "who what whats which when where whose is does");
    put(verbs, Intent.LIST, "list enumerate browse search query");
    put(verbs, Intent.CREATE, "create add make new post submit send upload insert register");
    put(verbs, Intent.CREATE, "publish invite generate attach");
    put(verbs, Intent.UPDATE, "update edit change modify set rename alter adjust amend mark");
    put(verbs, Intent.PATCH, "patch");
    put(verbs, Intent.REPLACE, "replace overwrite put");
    put(verbs, Intent.DELETE, "delete remove drop erase destroy revoke unassign purge discard");
    return Map.copyOf(verbs);
  }

  private static void put(Map<String, Intent> verbs, Intent intent, String words) {
    words(words).forEach(word -> verbs.put(word, intent));
  }

  private static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
  }
}
