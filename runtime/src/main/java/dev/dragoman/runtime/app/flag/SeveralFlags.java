package dev.dragoman.runtime.app.flag;

import dev.dragoman.runtime.AccessNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The flags of a server of several APIs. {@code --polar-base-url} is a flag of the API {@code
 * polar}; its variables have that API's prefix. What is set without an API applies to the server,
 * or to each API that does not set it itself.
 */
public final class SeveralFlags {
  /** Apply to the server as a whole. */
  private static final Set<Flag> OF_SERVER =
      EnumSet.of(
          Flag.STDIO,
          Flag.HTTP,
          Flag.PORT,
          Flag.HOST,
          Flag.ALLOWED_HOST,
          Flag.ALLOWED_ORIGIN,
          Flag.MAX_IN_FLIGHT,
          Flag.CALLER_CALLS,
          Flag.CALLER_CALLS_PER_MINUTE,
          Flag.METRICS,
          Flag.PAGE,
          Flag.SERVER_CARD,
          Flag.APPS_CHALLENGE,
          Flag.STOP_DELAY,
          Flag.WAYS_IN,
          Flag.PUBLIC_URL,
          Flag.SPLIT_EXECUTE,
          Flag.FEEDBACK,
          Flag.FEEDBACK_URL,
          Flag.AUDIT,
          Flag.VERSION,
          Flag.HELP);

  /** Say something about one API, and nothing about another. */
  private static final Set<Flag> OF_ONE_API =
      EnumSet.of(
          Flag.BASE_URL,
          Flag.ENVIRONMENT_URL,
          Flag.CLIENT_CERTIFICATE,
          Flag.CLIENT_KEY,
          Flag.AUTH_PREFIX,
          Flag.IDEMPOTENCY_HEADER,
          Flag.API_KEY_PREFIX,
          Flag.SANDBOX_KEY_PREFIX,
          Flag.SANDBOX_ENVIRONMENT,
          Flag.JWT_KEYS);

  /** What a server of several APIs does not have. */
  private static final Set<Flag> ABSENT =
      EnumSet.of(
          Flag.OPEN_API,
          Flag.SEARCH_LOG,
          Flag.UPSTREAM_AUTH,
          Flag.TOKEN_ENDPOINT,
          Flag.TOKEN_AUDIENCE,
          Flag.TOKEN_RESOURCE,
          Flag.TOKEN_SCOPE,
          Flag.SCRIPT_TIMEOUT,
          Flag.SCRIPT_CALLS,
          Flag.SCRIPT_MEMORY,
          Flag.SCRIPT_RUNS);

  private static final Pattern WORD = Pattern.compile("--([a-z][a-z-]*[a-z])");

  private final CommandLine server;
  private final AccessNames names;
  private final Map<String, List<String>> own;
  private final Map<String, AccessNames> apis;

  private SeveralFlags(
      CommandLine server,
      AccessNames names,
      Map<String, List<String>> own,
      Map<String, AccessNames> apis) {
    this.server = server;
    this.names = names;
    this.own = own;
    this.apis = apis;
  }

  /**
   * Reads arguments and variables.
   *
   * @param names the names of the server's own variables
   * @param apis the names of each API's variables, by its id
   */
  public static SeveralFlags of(
      List<String> arguments,
      Map<String, String> environment,
      AccessNames names,
      Map<String, AccessNames> apis) {
    Map<String, List<String>> own = new HashMap<>();
    apis.keySet().forEach(id -> own.put(id, new ArrayList<>()));
    List<String> shared = new ArrayList<>();
    List<String> last = shared;
    for (String argument : arguments) {
      if (argument.startsWith("--")) {
        Optional<String> id = owner(argument, apis.keySet());
        last = id.map(own::get).orElse(shared);
        last.add(id.map(one -> "--" + argument.substring(one.length() + 3)).orElse(argument));
      } else {
        last.add(argument);
      }
    }
    SeveralFlags flags =
        new SeveralFlags(
            CommandLine.of(shared, environment, names), names, own, new LinkedHashMap<>(apis));
    flags.checkServer();
    return flags;
  }

  /** The API of a flag; a flag of the server takes precedence. */
  private static Optional<String> owner(String argument, Set<String> ids) {
    String word = argument.substring(2).replaceFirst("(?s)=.*", "");
    if (Flag.of(word).isPresent()) {
      return Optional.empty();
    }
    return ids.stream()
        .filter(id -> word.startsWith(id + "-"))
        .filter(id -> Flag.of(word.substring(id.length() + 1)).isPresent())
        .max(Comparator.comparingInt(String::length));
  }

  private void checkServer() {
    for (Flag flag : Flag.values()) {
      if (server.isGiven(flag) && isAbsent(flag)) {
        server.problem(absent(server.value(flag).source()));
      } else if (server.isGiven(flag) && OF_ONE_API.contains(flag)) {
        server.problem(
            server.value(flag).source()
                + " does not say which API it is for: "
                + apis.keySet().stream()
                    .map(id -> dashed(id, flag))
                    .collect(Collectors.joining(" or "))
                + ".");
      }
    }
  }

  private static boolean isAbsent(Flag flag) {
    return ABSENT.contains(flag) || flag.word().startsWith("oauth-");
  }

  private static String absent(String source) {
    return source + " is for servers of one API.";
  }

  private static String dashed(String id, Flag flag) {
    return "--" + id + "-" + flag.word();
  }

  /** A message about an API with its flags as they are given here. */
  public static String named(String id, String message) {
    return id
        + ": "
        + WORD.matcher(message)
            .replaceAll(
                found ->
                    Flag.of(found.group(1)).filter(flag -> !OF_SERVER.contains(flag)).isPresent()
                        ? "--" + id + "-" + found.group(1)
                        : found.group());
  }

  /** The flags of the server. */
  public CommandLine server() {
    return server;
  }

  /**
   * The flags of an API.
   *
   * @param environment all variables
   */
  public CommandLine of(String id, Map<String, String> environment) {
    AccessNames prefix = apis.getOrDefault(id, AccessNames.of(id));
    CommandLine alone = CommandLine.of(own.getOrDefault(id, List.of()), environment, prefix);
    List<String> arguments = new ArrayList<>(own.getOrDefault(id, List.of()));
    Map<String, String> variables = new HashMap<>(environment);
    for (Flag flag : Flag.values()) {
      if (OF_SERVER.contains(flag) || isAbsent(flag)) {
        refuse(id, flag, alone);
        arguments = without(flag, arguments);
        variables.remove(flag.variable(prefix));
      }
      if (isPassedOn(flag) && !alone.isGiven(flag)) {
        String value = server.value(flag).value();
        arguments.add(flag.dashed() + "=" + (value.isEmpty() ? "true" : value));
      }
    }
    checkCeiling(id, alone);
    return CommandLine.of(arguments, variables, prefix);
  }

  /** A setting that was ignored would look as if it were in force. */
  private void refuse(String id, Flag flag, CommandLine alone) {
    if (alone.hasFlag(flag)) {
      server.problem(refusal(flag, dashed(id, flag), flag.dashed()));
    } else if (alone.isGiven(flag)) {
      server.problem(refusal(flag, alone.value(flag).source(), flag.variable(names)));
    }
  }

  private static String refusal(Flag flag, String source, String instead) {
    return isAbsent(flag)
        ? absent(source)
        : source + " applies to the whole server: " + instead + ".";
  }

  /** The arguments without a flag and its value. */
  private static List<String> without(Flag flag, List<String> arguments) {
    List<String> kept = new ArrayList<>();
    boolean isValue = false;
    for (String argument : arguments) {
      isValue = isValue && !argument.startsWith("--");
      boolean isFlag = argument.equals(flag.dashed());
      if (!isValue && !isFlag && !argument.startsWith(flag.dashed() + "=")) {
        kept.add(argument);
      }
      isValue = isFlag && !flag.isSwitch();
    }
    return kept;
  }

  /** Whether an API takes a setting of the server that it does not set itself. */
  private boolean isPassedOn(Flag flag) {
    boolean own = OF_ONE_API.contains(flag) || isAbsent(flag);
    boolean needed = !OF_SERVER.contains(flag) || flag == Flag.HTTP || flag == Flag.WAYS_IN;
    boolean implied = flag == Flag.HTTP && server.hasFlag(Flag.PORT);
    return implied || (needed && !own && server.isGiven(flag));
  }

  /** The ceiling of the server is one for every API. */
  private void checkCeiling(String id, CommandLine alone) {
    if (server.isGiven(Flag.ACCESS_CEILING)
        && alone.isGiven(Flag.ACCESS_CEILING)
        && server.value(Flag.ACCESS_CEILING).value().equals("read-only")
        && !alone.value(Flag.ACCESS_CEILING).value().equals("read-only")) {
      server.problem(
          "The access ceiling of "
              + id
              + " exceeds "
              + server.value(Flag.ACCESS_CEILING).source()
              + " read-only, which applies to every API.");
    }
  }
}
