package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.app.flag.StateKeys;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import dev.dragoman.runtime.auth.CallerResolver;
import dev.dragoman.runtime.auth.EnvironmentCaller;
import dev.dragoman.runtime.auth.OwnHeaderCallerResolver;
import dev.dragoman.runtime.auth.SchemeCredentials;
import dev.dragoman.runtime.extension.AuditSink;
import dev.dragoman.runtime.extension.FeedbackSink;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.seal.StateKey;
import dev.dragoman.runtime.several.Api;
import dev.dragoman.runtime.several.Apis;
import dev.dragoman.runtime.several.SeveralCallers;
import dev.dragoman.runtime.several.SeveralTools;
import dev.dragoman.runtime.tool.Lazy;
import dev.dragoman.runtime.tool.named.ToolFile;
import dev.dragoman.runtime.transport.http.discovery.CardHeader;
import dev.dragoman.runtime.transport.http.tools.ToolApiOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Assembles a server of several APIs from the parts of each, which know nothing of the others. */
final class SeveralAssembly {
  private final ServerInfo info;
  private final Settings settings;
  private final UpstreamSettings upstream;
  private final Map<String, ApiReading> read;
  private final Metrics metrics;
  private final ServerAssembly server;
  private final Map<String, ServerAssembly> assemblies = new LinkedHashMap<>();
  private final Supplier<StateKey> key;
  private final Supplier<Apis> apis = Lazy.of(this::newApis);
  private final Supplier<List<McpTool>> tools = Lazy.of(this::newTools);

  SeveralAssembly(
      ServerInfo info,
      AccessNames names,
      Settings settings,
      UpstreamSettings upstream,
      Map<String, ApiReading> read,
      StateKeys keys,
      Metrics metrics,
      Console console) {
    this.info = info;
    this.settings = settings;
    this.upstream = upstream;
    this.read = read;
    this.metrics = metrics;
    this.key = Lazy.of(keys::key);
    this.server = new ServerAssembly(host(names), info, "", metrics, console);
    read.forEach(
        (id, api) -> assemblies.put(id, new ServerAssembly(api, info, id, metrics, console)));
  }

  /** The server itself, as an API without operations. */
  private ApiReading host(AccessNames names) {
    return new ApiReading(
        ServerDefinition.builder(info.title()).build(),
        names,
        new Extensions(List.of(), List.of(), feedback(), null),
        new ToolFile(true, false, List.of()),
        settings,
        upstream,
        settings.waysIn().policy(AccessMode.READ_ONLY, Set.of()),
        new EnvironmentCaller(Caller.anonymous(), List.of()),
        List.of());
  }

  /** Feedback is about the server: the first API that stores it elsewhere decides. */
  private @Nullable FeedbackSink feedback() {
    return read.values().stream()
        .map(api -> api.extensions().feedback())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private Apis newApis() {
    List<Api> all = new ArrayList<>();
    assemblies.forEach(
        (id, assembly) -> {
          Supplier<StateKey> own = () -> key.get().forPart(id);
          all.add(assembly.api(own, null, audit(id)));
        });
    return new Apis(all);
  }

  private AuditSink audit(String id) {
    AuditSink own = Objects.requireNonNull(read.get(id)).extensions().audit();
    return own == null ? server.audit() : own;
  }

  private List<McpTool> newTools() {
    return SeveralTools.of(apis.get(), server.sink(), metrics);
  }

  McpCore core() {
    boolean asking = assemblies.values().stream().anyMatch(ServerAssembly::isAsking);
    return server.core(key, tools.get(), asking);
  }

  HttpParts parts() {
    List<AccessNames> names = read.values().stream().map(ApiReading::names).toList();
    Map<String, String> keys = new LinkedHashMap<>();
    names.forEach(one -> keys.put(one.apiKeyHeader(), one.apiKeyVariable()));
    return new HttpParts(
        upstream.connections(),
        metrics,
        verifier -> callers(),
        names,
        headers(),
        (tools, paths) -> PageAssembly.ofSeveral(info.title(), settings, read, tools, paths),
        apis.get(),
        new ToolApiOptions(
            info.title(),
            info.version(),
            names.get(0),
            List.of(),
            settings.waysIn().ways(),
            Optional.empty(),
            Optional.empty()),
        tools.get().stream().map(tool -> tool.descriptor().name()).toList(),
        read.values().stream().mapToInt(api -> api.definition().operationCount()).sum(),
        keys,
        lines(),
        this::close);
  }

  private CallerResolver callers() {
    List<SeveralCallers.Member> members = new ArrayList<>();
    read.forEach(
        (id, api) ->
            members.add(
                new SeveralCallers.Member(
                    id,
                    api.names().apiKeyHeader(),
                    SchemeCredentials.of(api.definition(), api.policy())
                        .over(new OwnHeaderCallerResolver(api.names(), api.policy())))));
    return new SeveralCallers(
        members, settings.waysIn().ways().contains(AuthenticationMethod.ANONYMOUS));
  }

  private List<CardHeader> headers() {
    List<CardHeader> headers = new ArrayList<>();
    boolean keys = settings.waysIn().ways().contains(AuthenticationMethod.API_KEY);
    for (ApiReading api : read.values()) {
      if (keys) {
        String whose = "Your key for " + api.definition().title() + ".";
        headers.add(new CardHeader(api.names().apiKeyHeader(), whose, List.of(), true, false));
      }
      headers.addAll(DiscoverySettings.choices(api.definition(), api.settings().ceiling(), keys));
    }
    return headers;
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    read.forEach(
        (id, api) ->
            lines.add(
                "API "
                    + id
                    + ": "
                    + api.definition().operationCount()
                    + " operations; "
                    + OneApi.upstream(api)
                    + " "
                    + OneApi.access(api)));
    return lines;
  }

  private void close() {
    assemblies.values().forEach(ServerAssembly::close);
    server.close();
  }
}
