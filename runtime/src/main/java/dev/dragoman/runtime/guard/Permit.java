package dev.dragoman.runtime.guard;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;
import java.util.Optional;

/** Permission to run one operation for one caller. Only {@link Guard} creates permits. */
public final class Permit implements Decision {
  private final Operation operation;
  private final Caller caller;
  private final Optional<OrganizationRule> organization;

  Permit(Operation operation, Caller caller, Optional<OrganizationRule> organization) {
    this.operation = operation;
    this.caller = caller;
    this.organization = organization;
  }

  public Operation operation() {
    return operation;
  }

  public Caller caller() {
    return caller;
  }

  /** The organization in which the operation runs; empty if only the call determines it. */
  public Optional<OrganizationRule> organization() {
    return organization;
  }
}
