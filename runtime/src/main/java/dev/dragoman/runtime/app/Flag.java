package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessNames;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The flags of a server. Each has a variable of the same name with the vendor's prefix. */
enum Flag {
  STDIO("", "", "Speak MCP on stdin and stdout. This is the default."),
  HTTP("", "", "Speak MCP over HTTP, at /mcp."),
  PORT("N", "8080", "Port of --http; 0 takes a free one. Given as a flag, it implies --http."),
  HOST("HOST", "127.0.0.1", "Address that --http listens on."),
  ALLOWED_HOST("HOST,...", "", "Host names to answer to besides the loopback ones."),
  ALLOWED_ORIGIN("ORIGIN,...", "", "Origins of web pages that may call."),
  BASE_URL("URL", "", "Where the API is, in place of what its document says."),
  ENVIRONMENT_URL("NAME=URL,...", "", "Where another environment of the API is, e.g. sandbox."),
  AUTH_PREFIX(
      "[SCHEME=]PREFIX,...",
      "",
      "Word that the API wants before a key, e.g. Token; of one security scheme, or of all that"
          + " use the header Authorization."),
  UPSTREAM_AUTH(
      "WAY", "", "For callers with an access token: static, token-exchange or client-credentials."),
  TOKEN_ENDPOINT("URL", "", "Token endpoint of token-exchange and client-credentials."),
  TOKEN_AUDIENCE("TEXT", "", "Audience of the tokens that are asked for there."),
  TOKEN_RESOURCE("URI", "", "Resource of the tokens that are asked for there."),
  TOKEN_SCOPE("SCOPES", "", "Scopes of the tokens that are asked for there."),
  MOCK("", "", "Answer from the document's examples and schemas; send nothing."),
  TIMEOUT("SECONDS", "30", "How long one call of the API may take, 1 to 600."),
  IDEMPOTENCY_HEADER(
      "NAME", "", "Header that gives every write a key, so that it can be repeated."),
  MAX_IN_FLIGHT("N", "256", "With --http: messages worked on at a time, 1 to 10000."),
  MAX_API_CALLS("N", "128", "Requests that the API gets at a time, 1 to 10000."),
  METRICS("", "", "With --http: serve figures for Prometheus at /metrics."),
  STOP_DELAY("SECONDS", "1", "With --http: how long calls are taken after SIGTERM, 0 to 60."),
  ACCESS_CEILING("MODE", "full-access", "The most any caller may do: read-only or full-access."),
  WAYS_IN(
      "WAY,...",
      "",
      "With --http, how callers come in: anonymous, api-key, oauth. Without it anonymous and api-key;"
          + " with --oauth-issuer, oauth alone."),
  API_KEY_PREFIX("PREFIX,...", "", "How keys of the API begin, to tell them from access tokens."),
  SANDBOX_KEY_PREFIX("PREFIX,...", "", "How keys of the API's sandbox begin."),
  SANDBOX_ENVIRONMENT("NAME", "sandbox", "Where those keys go, and no others."),
  JWT_KEYS("", "", "Keys of the API may look like JWTs; not together with OAuth."),
  PUBLIC_URL("URL", "", "Where clients reach this server: https://mcp.example.com for .../mcp."),
  OAUTH_ISSUER("URL", "", "With --http: take access tokens of this authorization server."),
  OAUTH_AUTHORIZATION_SERVER(
      "URL", "", "Where clients get them and whose metadata holds, if that is not the issuer."),
  OAUTH_AUDIENCE("URI,...", "", "Whom they must be for; without it --public-url with /mcp."),
  OAUTH_TOKEN_CLIENTS(
      "ID,...", "", "Clients whose tokens need no audience, where the issuer names none."),
  OAUTH_JWKS("URL", "", "The issuer's keys, if its metadata is not to say where they are."),
  OAUTH_INTROSPECTION("URL", "", "Ask here about each token instead of checking JWTs."),
  OAUTH_CLIENT_ID("", "", "Who this server is to --oauth-introspection."),
  OAUTH_CLIENT_SECRET("", "", "Its secret there."),
  OAUTH_ORGANIZATION_CLAIM(
      "CLAIM",
      "",
      "Claim that names the organizations a caller may act in: it fills the API's organization"
          + " parameters, and nothing else may."),
  OAUTH_SCOPE_CLAIMS(
      "CLAIM,...", "scope,scp", "Claims with what a token allows, e.g. scp,roles or permissions."),
  OAUTH_SCOPE_PREFIX(
      "TEXT", "", "What clients put before a scope to ask for it, e.g. api://acme/."),
  OAUTH_TOKEN_LIMIT("N", "8192", "Most characters of an access token, 1024 to 65536."),
  OAUTH_SCOPES("SCOPE,...", "", "Scopes that clients are told to ask for to begin with."),
  OAUTH_LEVEL_SCOPES(
      "LEVEL=SCOPE,...",
      "",
      "Scopes of the access levels read, write, destructive, for operations that name none."),
  VALIDATION("MODE", "strict", "Check calls against the document's schemas: strict or off."),
  CONFIRM(
      "MODE",
      "off",
      "Ask the user first: off, destructive or write calls; with -required, refuse where a client"
          + " cannot ask."),
  FILES("DIR", "", "Folder whose files may be sent to the API by their path."),
  SAVE_DIR("DIR", "", "With --stdio: folder into which binary answers are written."),
  FEEDBACK("FILE", "./dragoman-feedback.jsonl", "Where feedback is kept; off removes the tool."),
  VERSION("", "", "Print name and version, then exit."),
  HELP("", "", "Print this, then exit.");

  private final String value;
  private final String otherwise;
  private final String help;

  Flag(String value, String otherwise, String help) {
    this.value = value;
    this.otherwise = otherwise;
    this.help = help;
  }

  /** The flag a word without dashes names. */
  static Optional<Flag> of(String word) {
    return Arrays.stream(values()).filter(flag -> flag.word().equals(word)).findFirst();
  }

  /** The name without dashes in front, e.g. {@code base-url}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String dashed() {
    return "--" + word();
  }

  /** What stands for the value in the help; empty when the flag is a switch. */
  String value() {
    return value;
  }

  /** The default; empty when there is none. */
  String otherwise() {
    return otherwise;
  }

  String help() {
    return help;
  }

  boolean isSwitch() {
    return value.isEmpty() && !isSecret();
  }

  /** Whether it is a variable only: arguments can be seen by every user of the machine. */
  boolean isSecret() {
    return this == OAUTH_CLIENT_ID || this == OAUTH_CLIENT_SECRET;
  }

  boolean isList() {
    return value.endsWith(",...");
  }

  /** Whether it can be set by a variable too. */
  boolean hasVariable() {
    return this != VERSION && this != HELP;
  }

  String variable(AccessNames names) {
    return names.variable(word());
  }
}
