package dev.dragoman.runtime.app.flag;

import dev.dragoman.runtime.AccessNames;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The flags of a server. Each has a variable of the same name with the vendor's prefix. */
public enum Flag {
  STDIO("", "", "Serve MCP on stdin and stdout. This is the default."),
  HTTP("", "", "Serve MCP over HTTP, at /mcp."),
  PORT("N", "8080", "Port for --http; 0 selects a free one. As a flag, it implies --http."),
  HOST("HOST", "127.0.0.1", "Address that --http listens on."),
  ALLOWED_HOST("HOST,...", "", "Host names to accept besides the loopback ones."),
  ALLOWED_ORIGIN("ORIGIN,...", "", "Origins of web pages that may call the server."),
  BASE_URL("URL", "", "URL of the API, instead of the one in its document."),
  ENVIRONMENT_URL("NAME=URL,...", "", "URL of another environment of the API, e.g. sandbox."),
  CA_FILE("FILE", "", "PEM file with certificate authorities to trust besides those of the JVM."),
  CLIENT_CERTIFICATE(
      "FILE",
      "",
      "Client certificate for the API: PEM with its chain, or PKCS#12. Only the API gets it."),
  CLIENT_KEY("FILE", "", "PEM file (PKCS#8) with its key, if the other one does not contain it."),
  PROXY(
      "URL",
      "",
      "HTTP proxy for the API instead of those in HTTP_PROXY and HTTPS_PROXY, or off; hosts in"
          + " NO_PROXY are called without. With a password, by variable only."),
  AUTH_PREFIX(
      "[SCHEME=]PREFIX,...",
      "",
      "Word that the API expects before a key, e.g. Token; for one security scheme, or for all"
          + " that use the Authorization header."),
  UPSTREAM_AUTH(
      "WAY",
      "",
      "API credential for callers with an access token: static, token-exchange or client-credentials."),
  TOKEN_ENDPOINT("URL", "", "Token endpoint for token-exchange and client-credentials."),
  TOKEN_AUDIENCE("TEXT", "", "Audience to request there."),
  TOKEN_RESOURCE("URI", "", "Resource to request there."),
  TOKEN_SCOPE("SCOPES", "", "Scopes to request there."),
  MOCK("", "", "Respond with the document's examples and schemas; send nothing."),
  TIMEOUT("SECONDS", "30", "Timeout of one API call, 1 to 600."),
  IDEMPOTENCY_HEADER(
      "NAME", "", "Header with a unique key for every write, so that it can be retried."),
  MAX_WAIT(
      "SECONDS",
      "60",
      "Longest time that a call may ask to wait for a value, 0 to 300; 0 for none."),
  MAX_IN_FLIGHT(
      "N", "256", "With --http: maximum number of messages processed at a time, 1 to 10000."),
  ANSWER_TOKENS("N", "10000", "Maximum size of a result in tokens, 1000 to 100000."),
  MAX_API_CALLS("N", "128", "Maximum number of concurrent requests to the API, 1 to 10000."),
  CALLER_CALLS("N", "", "Maximum number of concurrent calls of one caller, 1 to 10000."),
  CALLER_CALLS_PER_MINUTE(
      "N",
      "",
      "Maximum number of calls of one caller in a minute, 1 to 100000; further ones are told when to"
          + " retry."),
  METRICS("", "", "With --http: serve Prometheus metrics at /metrics."),
  OPEN_API(
      "", "", "With --http: offer each tool as POST /tools/NAME, too, described at /openapi.json."),
  PAGE(
      "MODE",
      "on",
      "With --http: the page about this server at /: on, full or off. The operations are on it if"
          + " callers need no credential to search, and always with full."),
  SERVER_CARD(
      "NAME",
      "on",
      "With --http: describe this server for clients at /mcp/server-card and"
          + " /.well-known/ai-catalog.json: on, off, or its name in a registry, e.g."
          + " com.example/acme."),
  APPS_CHALLENGE(
      "TOKEN",
      "",
      "With --http: token to serve at /.well-known/openai-apps-challenge, with which OpenAI verifies"
          + " the domain of an app."),
  STOP_DELAY("SECONDS", "1", "With --http: how long calls are accepted after SIGTERM, 0 to 60."),
  ACCESS_CEILING(
      "MODE", "full-access", "The most that any caller may do: read-only or full-access."),
  WAYS_IN(
      "WAY,...",
      "",
      "With --http, how callers authenticate: anonymous, api-key, oauth. By default anonymous and"
          + " api-key; with --oauth-issuer, oauth only."),
  API_KEY_PREFIX("PREFIX,...", "", "Prefixes of API keys, to distinguish them from access tokens."),
  SANDBOX_KEY_PREFIX("PREFIX,...", "", "Prefixes of keys for the API's sandbox."),
  SANDBOX_ENVIRONMENT("NAME", "sandbox", "Environment that accepts those keys, and no others."),
  JWT_KEYS("", "", "API keys may look like JWTs; cannot be combined with OAuth."),
  PUBLIC_URL(
      "URL", "", "URL at which clients reach this server: https://mcp.example.com for .../mcp."),
  OAUTH_ISSUER("URL", "", "With --http: accept access tokens of this authorization server."),
  OAUTH_AUTHORIZATION_SERVER(
      "URL", "", "Authorization server to use for clients and metadata, if it is not the issuer."),
  OAUTH_AUDIENCE(
      "URI,...", "", "Required audience of access tokens; by default --public-url with /mcp."),
  OAUTH_TOKEN_CLIENTS(
      "ID,...", "", "Clients whose tokens need no audience, if the issuer does not set one."),
  OAUTH_JWKS("URL", "", "URL of the issuer's keys, instead of the one in its metadata."),
  OAUTH_INTROSPECTION("URL", "", "Introspect each token here instead of verifying JWTs."),
  OAUTH_CLIENT_ID("", "", "This server's client id for --oauth-introspection."),
  OAUTH_CLIENT_SECRET("", "", "This server's secret for --oauth-introspection."),
  OAUTH_ORGANIZATION_CLAIM(
      "CLAIM",
      "",
      "Claim that names the organizations in which a caller may act: it fills the API's"
          + " organization parameters, and other values are refused."),
  OAUTH_SCOPE_CLAIMS(
      "CLAIM,...", "scope,scp", "Claims that contain scopes, e.g. scp,roles or permissions."),
  OAUTH_SCOPE_PREFIX(
      "TEXT", "", "Prefix that clients add to a scope to request it, e.g. api://acme/."),
  OAUTH_TOKEN_LIMIT("N", "8192", "Maximum length of an access token in characters, 1024 to 65536."),
  OAUTH_SCOPES("SCOPE,...", "", "Scopes that clients are told to request initially."),
  OAUTH_LEVEL_SCOPES(
      "LEVEL=SCOPE,...",
      "",
      "Scopes of the access levels read, write and destructive, for operations that name none."),
  VALIDATION("MODE", "strict", "Validate calls against the document's schemas: strict or off."),
  CONFIRM(
      "MODE",
      "off",
      "Ask the user before calls: off, destructive or write; with -required, refuse them if a"
          + " client cannot ask."),
  SPLIT_EXECUTE(
      "",
      "",
      "List execute as two tools, execute_read and execute_write, for clients that approve calls by"
          + " the name of the tool."),
  FILES("DIR", "", "Folder whose files may be sent to the API by path."),
  SAVE_DIR("DIR", "", "With --stdio: folder for binary responses."),
  FEEDBACK("FILE", "./dragoman-feedback.jsonl", "File for feedback; off removes the tool."),
  FEEDBACK_URL(
      "URL",
      "",
      "Endpoint to which feedback is posted as JSON; it is kept in the file until then."),
  AUDIT(
      "FILE",
      "",
      "File for the audit log as JSON lines, or - for JSON lines on the error stream; by default"
          + " it is part of the log."),
  SEARCH_LOG(
      "FILE",
      "",
      "File for anonymous pairs of the words of a search and the operation that was run after it,"
          + " for the goal keywords."),
  TOOL_TIMEOUT("SECONDS", "120", "Timeout of one call of a custom tool, 1 to 3600."),
  SCRIPT_TIMEOUT("SECONDS", "30", "With scripts: how long one may run, 1 to 600."),
  SCRIPT_CALLS("N", "200", "With scripts: maximum number of calls of one script, 1 to 10000."),
  SCRIPT_MEMORY("MB", "32", "With scripts: memory of one script, 8 to 1024."),
  SCRIPT_RUNS(
      "N",
      "4",
      "With scripts: maximum number that run at a time, 1 to 256; fewer if their memory would"
          + " exceed a third of the heap."),
  VERSION("", "", "Print name and version, then exit."),
  HELP("", "", "Print this help, then exit.");

  private final String value;
  private final String otherwise;
  private final String help;

  Flag(String value, String otherwise, String help) {
    this.value = value;
    this.otherwise = otherwise;
    this.help = help;
  }

  /** The flag with the given name, without dashes. */
  public static Optional<Flag> of(String word) {
    return Arrays.stream(values()).filter(flag -> flag.word().equals(word)).findFirst();
  }

  /** The name without leading dashes, e.g. {@code base-url}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String dashed() {
    return "--" + word();
  }

  /** The placeholder for the value in the help; empty for a switch. */
  public String value() {
    return value;
  }

  /** The default; empty if there is none. */
  public String otherwise() {
    return otherwise;
  }

  public String help() {
    return help;
  }

  public boolean isSwitch() {
    return value.isEmpty() && !isSecret();
  }

  /**
   * Whether it can only be set by a variable: arguments are visible to all users of the machine.
   */
  public boolean isSecret() {
    return this == OAUTH_CLIENT_ID || this == OAUTH_CLIENT_SECRET;
  }

  public boolean isList() {
    return value.endsWith(",...");
  }

  /** Whether it can also be set by a variable. */
  public boolean hasVariable() {
    return this != VERSION && this != HELP;
  }

  public String variable(AccessNames names) {
    return names.variable(word());
  }
}
