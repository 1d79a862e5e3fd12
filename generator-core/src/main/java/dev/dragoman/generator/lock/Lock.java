package dev.dragoman.generator.lock;

import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ServerPlan;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The operations of one API that a person has agreed to expose.
 *
 * @param servers where requests may go, including the callers' credentials
 * @param entries the operations by id, sorted
 * @param tools the operations that are tools of their own, by the tool's name, sorted
 */
public record Lock(
    List<String> servers, Map<String, LockEntry> entries, Map<String, LockedTool> tools) {
  public Lock {
    servers = List.copyOf(servers);
    entries = Collections.unmodifiableMap(new TreeMap<>(entries));
    tools = Collections.unmodifiableMap(new TreeMap<>(tools));
  }

  /** A lock without tools. */
  public Lock(List<String> servers, Map<String, LockEntry> entries) {
    this(servers, entries, Map.of());
  }

  /** The former ids of an operation; empty if it was never renamed, or is not in the lock. */
  public List<String> formerIds(String id) {
    LockEntry entry = entries.get(id);
    return entry == null ? List.of() : entry.formerly();
  }

  /** The lock that accepts a server as planned. */
  public static Lock of(ServerPlan plan) {
    Contracts contracts = new Contracts(plan.model());
    AuthText auth = new AuthText(plan.model());
    Map<String, LockEntry> entries = new TreeMap<>();
    for (OperationPlan operation : plan.operations()) {
      entries.put(
          operation.id(),
          new LockEntry(
              operation.id(),
              operation.model().method(),
              operation.model().path(),
              operation.access(),
              auth.of(operation.model()),
              contracts.required(operation.model()),
              contracts.digest(operation)));
    }
    List<String> servers =
        plan.environments().stream().map(place -> place.baseUrl().toString()).toList();
    return new Lock(servers, entries, ToolContracts.of(plan.tools()));
  }
}
