package dev.dragoman.runtime.mask;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Removes text that looks like a credential. It prefers removing too much: the text is for the
 * developers of the server, and a lost identifier costs them less than a leaked key.
 */
public final class Redaction {
  private static final String MASK = "[redacted]";

  /** Names of values that are credentials, with the text around such names. */
  private static final String NAMED =
      "[\\w.-]{0,30}(?:(?:api|access|secret|private|account|encryption|signing)[_ -]?key|token"
          + "|secret|passw(?:or)?d|passphrase|passcode|pwd|credential|session(?:[_-]?id)?|sessid"
          + "|signature|\\bsig|otp|cvc|cvv)[\\w-]{0,20}";

  /** Patterns that are always credentials. Each backtracks over one run only. */
  private static final List<Pattern> SHAPES =
      List.of(
          // A private key (RFC 7468), up to its end or the end of the text.
          Pattern.compile(
              "(?s)-----BEGIN [A-Z0-9 ]{1,40}-----.*?(?:-----END [A-Z0-9 ]{1,40}-----|$)"),
          // A JSON Web Token (RFC 7519): its header is a Base64URL-encoded object, which starts
          // with eyJ.
          Pattern.compile("\\beyJ[A-Za-z0-9_-]{5,}+\\.[A-Za-z0-9_.-]++"),
          // The user information of a URL (RFC 3986, section 3.2.1); its host is kept.
          Pattern.compile("(?<=://)[^\\s/?#@]{1,200}+@"),
          // Headers that consist of a credential.
          Pattern.compile(
              "(?i)\\b(?:(?:proxy-)?authorization|(?:set-)?cookie)[\"']?\\s{0,3}+[:=][^\\r\\n]*+"),
          Pattern.compile("(?i)\\bbearer\\s++[A-Za-z0-9._~+/=-]{6,}+"),
          Pattern.compile("(?i)\\bbasic\\s++[A-Za-z0-9+/]{8,}+={0,2}+"),
          Pattern.compile(
              "(?i)" + NAMED + "[\"']?\\s{0,3}+(?:[:=]|=>)\\s{0,3}+[\"']?[^\\s\"',;&]{4,}+"),
          // "The password is hunter2": a value without digits or signs is an ordinary word.
          Pattern.compile(
              "(?i)\\b(?:password|passphrase|secret|token|api key|key|pin) (?:is|was) [\"']?"
                  + "(?=\\S{0,60}[0-9!@#$%^&*+=])\\S{4,}+"),
          // An access key id of AWS.
          Pattern.compile("\\b(?:AKIA|ASIA|ABIA|ACCA|AGPA|AIDA|AROA)[A-Z0-9]{12,}+[A-Za-z0-9]*+"));

  /** Well-known prefixes of vendors' tokens. */
  private static final Pattern VENDORS =
      Pattern.compile(
          "\\b(?:gh[opusr]_|github_pat_|gl[a-z]{2,5}-|xox[a-z]-|xapp-|[spr]k_(?:live|test)_|whsec_"
              + "|sk-|npm_|pypi-|AIza|ya29\\.|GOCSPX-|SG\\.|hf_|do[opr]_v1_|shp(?:at|ca|pa|ss)_"
              + "|lin_api_|figd_|sq0[a-z]{3}-|dapi|NRAK-|ntn_|hv[sb]\\.|AGE-SECRET-KEY-|EAA[A-Z]"
              + "|PMAK-|rubygems_|sntrys_|xkeysib-|tskey-|glsa_|pul-|ATATT|[0-9]{8,10}:AA)"
              + "[A-Za-z0-9_.=-]{8,}+");

  /** {@code sk_live_…}, {@code ghp_…}, {@code xoxb-…}: a short prefix and a long tail. */
  private static final Pattern PREFIXED =
      Pattern.compile("\\b(?:[A-Za-z]{2,10}[_-]){1,3}([A-Za-z0-9]{16,}+)");

  /** A run of characters long enough to be a key, if it also {@link #looksRandom}. */
  private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/_-]{24,}+={0,2}+");

  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32,}");

  private Redaction() {}

  /** The text with every token-like part masked. */
  public static String of(String text) {
    String masked = text;
    for (Pattern shape : SHAPES) {
      masked = shape.matcher(masked).replaceAll(MASK);
    }
    masked = VENDORS.matcher(masked).replaceAll(Redaction::maskIfDigitsOrLong);
    masked = PREFIXED.matcher(masked).replaceAll(Redaction::maskIfDigits);
    return RUN.matcher(masked).replaceAll(Redaction::maskIfRandom);
  }

  /** A word such as "sk-learn-contrib" is not a token. */
  private static String maskIfDigitsOrLong(MatchResult token) {
    boolean digit = token.group().substring(4).chars().anyMatch(Character::isDigit);
    return digit || token.group().length() > 30 ? MASK : token.group();
  }

  /** Without a digit after the prefix it is a snake-case name. */
  private static String maskIfDigits(MatchResult prefixed) {
    boolean digit = prefixed.group(1).chars().anyMatch(Character::isDigit);
    return digit ? MASK : prefixed.group();
  }

  private static String maskIfRandom(MatchResult run) {
    return looksRandom(run.group()) ? MASK : run.group();
  }

  /** Names and paths of an API may be long, but rarely mix digits with both cases. */
  private static boolean looksRandom(String run) {
    if (HEX.matcher(run).find()) {
      return true;
    }
    boolean digit = run.chars().anyMatch(Character::isDigit);
    boolean upper = run.chars().anyMatch(Character::isUpperCase);
    boolean lower = run.chars().anyMatch(Character::isLowerCase);
    boolean longName = run.length() < 40 || run.indexOf('/') >= 0;
    return digit && ((upper && lower) || !longName);
  }
}
