package dev.dragoman.generator.lock;

import dev.dragoman.runtime.AccessLevel;
import java.util.List;
import java.util.Objects;

/**
 * One operation as it was accepted.
 *
 * @param id the name by which agents call it
 * @param method the HTTP method, in upper case
 * @param path the path template
 * @param access the effect of running it
 * @param auth the credentials it accepts: alternatives separated by {@code |}, schemes needed
 *     together by {@code +}, scopes in brackets; {@code none} if it needs none
 * @param required what a call must contain: {@code query:limit}, {@code body}, {@code body:name};
 *     sorted
 * @param formerly ids that it had before the document renamed it, and by which agents can still
 *     call it; sorted
 * @param contract digest of parameters, bodies and responses, without their descriptions
 */
public record LockEntry(
    String id,
    String method,
    String path,
    AccessLevel access,
    String auth,
    List<String> required,
    List<String> formerly,
    String contract) {
  public LockEntry {
    Objects.requireNonNull(id);
    Objects.requireNonNull(method);
    Objects.requireNonNull(path);
    Objects.requireNonNull(access);
    Objects.requireNonNull(auth);
    required = required.stream().sorted().toList();
    formerly = formerly.stream().sorted().toList();
    Objects.requireNonNull(contract);
  }

  /** An entry of an operation that had no other id before. */
  public LockEntry(
      String id,
      String method,
      String path,
      AccessLevel access,
      String auth,
      List<String> required,
      String contract) {
    this(id, method, path, access, auth, required, List.of(), contract);
  }

  /** This entry with other former ids. */
  LockEntry withFormerIds(List<String> ids) {
    return new LockEntry(id, method, path, access, auth, required, ids, contract);
  }

  /** {@code METHOD /path}. */
  public String route() {
    return method + " " + path;
  }
}
