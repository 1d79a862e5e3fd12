package dev.dragoman.runtime.guide;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import dev.dragoman.runtime.guide.facts.AccessFacts;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.facts.FactsBuilder;
import dev.dragoman.runtime.guide.facts.OAuthFacts;
import dev.dragoman.runtime.guide.facts.SampleOperation;
import dev.dragoman.runtime.guide.facts.StdioCommand;
import dev.dragoman.runtime.guide.facts.ToolFact;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Servers of every kind, for which guides are written in tests. */
final class Facts {
  static final URI LOCAL = URI.create("http://127.0.0.1:8080/mcp");
  static final URI PUBLIC = URI.create("https://mcp.acme.com/mcp");

  private Facts() {}

  static FactsBuilder acme() {
    return ConnectionFacts.builder("Acme")
        .title("Acme API")
        .operations(12)
        .tools(
            List.of(
                new ToolFact("search", "For models."),
                new ToolFact("execute", "For models."),
                new ToolFact("submit_mcp_feedback", "For models.")))
        .sample(new SampleOperation("getMe", "GET /me", "Who am I"));
  }

  static FactsBuilder withOAuth() {
    return acme()
        .url(PUBLIC)
        .ways(List.of())
        .oauth(new OAuthFacts(URI.create("https://login.acme.com"), List.of("acme:read")));
  }

  /** Servers that differ in how they are reached and who may call them, by name. */
  static Map<String, ConnectionFacts> all() {
    Map<String, ConnectionFacts> all = new LinkedHashMap<>();
    all.put("local with keys", acme().url(LOCAL).build());
    all.put("public with keys", acme().url(PUBLIC).ways(keysOnly()).build());
    all.put("OAuth", withOAuth().build());
    all.put("OAuth and keys", withOAuth().ways(keysOnly()).build());
    all.put(
        "OAuth, local",
        withOAuth().url(LOCAL).command(StdioCommand.ofJar("/opt/acme/acme.jar")).build());
    all.put("mock", acme().url(LOCAL).mock(true).build());
    all.put("mock over stdio", acme().mock(true).command(StdioCommand.ofJar("acme.jar")).build());
    all.put("open API", acme().url(PUBLIC).security(List.of(), List.of()).build());
    all.put("stdio", acme().command(StdioCommand.ofJar("/opt/it's here/\"acme\".jar")).build());
    all.put("bundle", acme().url(PUBLIC).bundle("acme.mcpb").build());
    all.put("basic authentication", acme().url(LOCAL).security(basic(), List.of()).build());
    all.put(
        "two credentials",
        acme()
            .url(LOCAL)
            .command(StdioCommand.ofJar("acme.jar"))
            .security(two(), List.of(List.of("app key", "user_key")))
            .build());
    all.put(
        "everything",
        withOAuth()
            .ways(List.of(AuthenticationMethod.values()))
            .command(StdioCommand.ofJar("C:\\Program Files\\acme.jar"))
            .bundle("acme.mcpb")
            .access(
                new AccessFacts(
                    AccessMode.FULL_ACCESS,
                    true,
                    true,
                    List.of("production", "sandbox"),
                    "destructive-required"))
            .build());
    all.put(
        "ceiling",
        acme()
            .url(LOCAL)
            .access(new AccessFacts(AccessMode.READ_ONLY, false, false, List.of(), "off"))
            .build());
    all.put(
        "hostile title",
        acme()
            .title("`<script>`|**Ac{}me**\n# API")
            .url(URI.create("https://mcp.acme.com/a'b/mcp?x=1&y=$HOME"))
            .build());
    return all;
  }

  static List<AuthenticationMethod> keysOnly() {
    return List.of(AuthenticationMethod.API_KEY);
  }

  private static List<SecurityScheme> basic() {
    return List.of(new SecurityScheme.HttpBasic("basic"));
  }

  private static List<SecurityScheme> two() {
    return List.of(
        new SecurityScheme.ApiKey("app key", SecurityScheme.Location.HEADER, "X-App"),
        new SecurityScheme.ApiKey("user_key", SecurityScheme.Location.HEADER, "X-User"));
  }
}
