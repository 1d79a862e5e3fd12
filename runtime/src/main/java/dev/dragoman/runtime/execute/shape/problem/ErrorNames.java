package dev.dragoman.runtime.execute.shape.problem;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the names of members in error bodies mean, whatever their spelling. */
final class ErrorNames {
  /** The rank of names that are not listed. */
  static final int OTHER = 4;

  private static final Map<String, Integer> RANKS =
      Stream.of(
              ranked(
                  0,
                  "title message messages msg detail description summary reason errordescription"
                      + " errormessage errormessages errorsummary usermessage displaymessage"
                      + " faultstring exceptionmessage ok success"),
              ranked(
                  1,
                  "code status statuscode errorcode type param parameter field property pointer loc"
                      + " location source path target domain name declinecode subcode severity"),
              ranked(
                  2,
                  "errors error invalidparams validationerrors violations fielderrors fields issues"
                      + " fault failures problems details causes errorcauses modelstate"),
              ranked(
                  3,
                  "docurl documentationurl moreinfo helpurl help links instance requestid traceid"
                      + " correlationid timestamp"))
          .flatMap(ranks -> ranks.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** Traces, and what repeats the request. */
  private static final Set<String> NOISE =
      Set.of(
          "stack",
          "stacktrace",
          "stacktraces",
          "stacktracestring",
          "backtrace",
          "traceback",
          "trace",
          "callstack",
          "frames",
          "stackentries",
          "debug",
          "debuginfo",
          "request",
          "requestbody",
          "requestpayload",
          "requestheaders",
          "requestdata",
          "originalrequest",
          "rawrequest",
          "payload",
          "input",
          "query",
          "variables",
          "headers",
          "environment",
          "env",
          "html");

  private ErrorNames() {}

  private static Map<String, Integer> ranked(int rank, String names) {
    return Stream.of(names.split(" ", -1)).collect(Collectors.toMap(name -> name, unused -> rank));
  }

  private static String plain(String name) {
    return name.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
  }

  /** How important a member is to an agent; 0 is most important. */
  static int rank(String name) {
    return RANKS.getOrDefault(plain(name), OTHER);
  }

  /** Whether a member, if it is long, is left out before anything else. */
  static boolean isNoise(String name) {
    return NOISE.contains(plain(name));
  }
}
