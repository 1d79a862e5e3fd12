package dev.dragoman.runtime.search.rank;

import dev.dragoman.runtime.search.text.Analyzer;
import dev.dragoman.runtime.search.text.Stemmer;
import dev.dragoman.runtime.search.text.WordLists;
import dev.dragoman.runtime.search.text.WordLists.Intent;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The grammar of one request as determined by a few rules of English: the intent of its verb, and
 * the object.
 *
 * @param verb its verb; empty if there is none
 * @param intent the intent of the verb; without one, to list if things are named in the plural, and
 *     otherwise empty
 * @param head the noun to which the verb refers, the members in "get the members of a team"; empty
 *     if there is none
 * @param single whether it requests a single item
 * @param firstPerson whether it refers to the caller
 */
record QueryGrammar(
    String verb, Optional<Intent> intent, String head, boolean single, boolean firstPerson) {

  static QueryGrammar of(List<String> words) {
    int verb = verb(words);
    Optional<Intent> intent = intent(words, verb);
    int head = head(words, verb + 1);
    String noun = head < 0 ? "" : words.get(head);
    boolean plural = Stemmer.isPlural(noun);
    boolean reads = intent.isPresent() && intent.get() == Intent.READ;
    // "Recordings of a call": things are named to see them, not to change all of them.
    boolean namesThings = verb < 0 && plural;
    boolean all = anyIn(WordLists.ALL, words) || plural || asksForAList(words, verb + 1);
    boolean one = anyIn(WordLists.ONE, words) || (head > 0 && !plural && isThe(words, verb));
    return new QueryGrammar(
        verb < 0 ? "" : words.get(verb),
        namesThings || (reads && all) ? Optional.of(Intent.LIST) : intent,
        noun,
        one,
        anyIn(WordLists.FIRST_PERSON, words));
  }

  private static boolean isThe(List<String> words, int verb) {
    return verb >= 0 && verb + 1 < words.size() && words.get(verb + 1).equals("the");
  }

  /** "The list of members" and "the member list", but not "the list" that a board consists of. */
  private static boolean asksForAList(List<String> words, int from) {
    for (int i = from; i < words.size(); i++) {
      if (WordLists.LISTS.contains(words.get(i))) {
        boolean of = i + 1 < words.size() && words.get(i + 1).equals("of");
        return of || (i > from && Analyzer.hasTopic(words.get(i - 1)));
      }
    }
    return false;
  }

  /** The first verb: a known one, or any word followed by an object. -1 if there is none. */
  private static int verb(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean objectFollows =
          i + 1 < words.size() && WordLists.DETERMINERS.contains(words.get(i + 1));
      if (WordLists.VERBS.containsKey(word) || (objectFollows && Analyzer.hasTopic(word))) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<Intent> intent(List<String> words, int verb) {
    if (verb < 0) {
      return Optional.empty();
    }
    Intent intent = WordLists.VERBS.getOrDefault(words.get(verb), Intent.ACT);
    if (intent == Intent.UPDATE || intent == Intent.PATCH || intent == Intent.REPLACE) {
      return Optional.of(
          anyIn(WordLists.PARTLY, words)
              ? Intent.PATCH
              : anyIn(WordLists.WHOLLY, words) ? Intent.REPLACE : intent);
    }
    return Optional.of(intent);
  }

  /** The last word of the first noun phrase that names a thing; -1 if there is none. */
  private static int head(List<String> words, int from) {
    int head = -1;
    for (int i = from; i < words.size(); i++) {
      String word = words.get(i);
      if (Analyzer.hasTopic(word) && !WordLists.LIGHT.contains(word)) {
        head = i;
      } else if (head >= 0) {
        return head;
      }
    }
    return head;
  }

  private static boolean anyIn(Set<String> list, Collection<String> words) {
    return !Collections.disjoint(list, words);
  }
}
