package dev.dragoman.runtime.guide.facts;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects {@link ConnectionFacts}. Without settings: an API with keys, over stdio or nothing. */
public final class FactsBuilder {
  private final String vendor;
  private String slug;
  private String title;
  private final AccessNames names;
  private @Nullable URI url;
  private @Nullable StdioCommand command;
  private @Nullable String bundle;
  private Set<AuthenticationMethod> ways =
      Set.of(AuthenticationMethod.ANONYMOUS, AuthenticationMethod.API_KEY);
  private @Nullable OAuthFacts oauth;
  private KeyForm keyForm = KeyForm.KEY;
  private List<KeyHeader> keys = List.of();
  private AccessFacts access = AccessFacts.DEFAULT;
  private boolean mock;
  private int operations;
  private List<ToolFact> tools = List.of();
  private @Nullable SampleOperation sample;
  private List<String> allowedOrigins = List.of();

  FactsBuilder(String vendor) {
    this.vendor = vendor;
    this.title = vendor;
    this.names = AccessNames.of(vendor);
    this.slug = slugOf(names);
  }

  FactsBuilder(ConnectionFacts facts) {
    vendor = facts.vendor();
    slug = facts.slug();
    title = facts.title();
    names = facts.names();
    url = facts.url().orElse(null);
    command = facts.command().orElse(null);
    bundle = facts.bundle().orElse(null);
    ways = facts.ways();
    oauth = facts.oauth().orElse(null);
    keyForm = facts.keyForm();
    keys = facts.keys();
    access = facts.access();
    mock = facts.mock();
    operations = facts.operations();
    tools = facts.tools();
    sample = facts.sample().orElse(null);
    allowedOrigins = facts.allowedOrigins();
  }

  /** {@code acme-labs} for {@code X-Acme-Labs-}; at most 64 characters. */
  private static String slugOf(AccessNames names) {
    String words = names.variablePrefix().toLowerCase(Locale.ROOT).replace('_', '-');
    String cut = words.substring(0, Math.min(words.length(), 64));
    return cut.replaceAll("-+$", "");
  }

  /** The name under which clients list the server: up to 64 letters, digits, - and _. */
  public FactsBuilder slug(String name) {
    slug = name;
    return this;
  }

  public FactsBuilder title(String text) {
    title = text;
    return this;
  }

  /** The MCP endpoint, e.g. {@code https://mcp.example.com/mcp}. */
  public FactsBuilder url(URI endpoint) {
    url = endpoint;
    return this;
  }

  public FactsBuilder command(StdioCommand start) {
    command = start;
    return this;
  }

  /** The file name of the bundle for Claude Desktop, e.g. {@code acme.mcpb}. */
  public FactsBuilder bundle(String file) {
    bundle = file;
    return this;
  }

  /** The methods accepted over HTTP; {@code OAUTH} is added by {@link #oauth}. */
  public FactsBuilder ways(Collection<AuthenticationMethod> accepted) {
    ways = Set.copyOf(accepted);
    return this;
  }

  /** Accepts access tokens; the other methods stay as they are. */
  public FactsBuilder oauth(OAuthFacts facts) {
    oauth = facts;
    return this;
  }

  /**
   * What a generated server's definition tells: title, operations, credentials and environments.
   * The ceiling and the confirmation stay at their defaults.
   */
  public FactsBuilder definition(ServerDefinition definition) {
    title = definition.title();
    operations = definition.operationCount();
    access =
        new AccessFacts(
            access.ceiling(),
            definition.authModes().containsValue(AuthMode.PARTNER),
            !definition.organizationParameters().isEmpty(),
            definition.environments().stream().map(Environment::name).toList(),
            access.confirmation());
    return security(definition.securitySchemes(), definition.security());
  }

  /** The API's security schemes, from which follows what a key looks like. */
  public FactsBuilder security(
      Collection<? extends SecurityScheme> all, List<List<String>> requirements) {
    keyForm = KeyForm.of(all);
    boolean one =
        requirements.isEmpty() || requirements.stream().anyMatch(together -> together.size() < 2);
    keys = one ? List.of() : requirements.get(0).stream().map(this::key).toList();
    return this;
  }

  private KeyHeader key(String scheme) {
    return new KeyHeader(scheme, names.credentialHeader(scheme), names.credentialVariable(scheme));
  }

  /** Credentials of which each has a header of its own; without any, the server takes none. */
  public FactsBuilder keys(List<KeyHeader> headers) {
    keyForm = headers.isEmpty() ? KeyForm.NONE : KeyForm.KEY;
    keys = List.copyOf(headers);
    return this;
  }

  public FactsBuilder access(AccessFacts facts) {
    access = facts;
    return this;
  }

  public FactsBuilder mock(boolean mocked) {
    mock = mocked;
    return this;
  }

  public FactsBuilder operations(int count) {
    operations = count;
    return this;
  }

  public FactsBuilder tools(List<ToolFact> listed) {
    tools = List.copyOf(listed);
    return this;
  }

  public FactsBuilder sample(SampleOperation operation) {
    sample = operation;
    return this;
  }

  public FactsBuilder allowedOrigins(Collection<String> origins) {
    allowedOrigins = List.copyOf(origins);
    return this;
  }

  /**
   * The facts.
   *
   * @throws IllegalArgumentException if the name for clients is invalid, or OAuth is accepted but
   *     not described
   */
  public ConnectionFacts build() {
    Set<AuthenticationMethod> all = new HashSet<>(ways);
    if (oauth != null) {
      all.add(AuthenticationMethod.OAUTH);
    }
    return new ConnectionFacts(
        vendor,
        slug,
        title,
        names,
        Optional.ofNullable(url),
        Optional.ofNullable(command),
        Optional.ofNullable(bundle),
        all,
        Optional.ofNullable(oauth),
        keyForm,
        keys,
        access,
        mock,
        operations,
        tools,
        Optional.ofNullable(sample),
        allowedOrigins);
  }
}
