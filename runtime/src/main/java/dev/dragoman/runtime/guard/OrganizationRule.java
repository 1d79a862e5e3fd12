package dev.dragoman.runtime.guard;

import java.util.Objects;

/**
 * The organization of a permitted call, for the parameters and body fields that the operator
 * configured as {@code organizationParameters}.
 *
 * @param id the value for parameters and fields that the call omits
 * @param exclusive whether any other value is refused; otherwise the id is only a default
 * @param taken whether the operation declares such a parameter or field; known for exclusive rules
 *     only
 */
public record OrganizationRule(String id, boolean exclusive, boolean taken) {
  public OrganizationRule {
    Objects.requireNonNull(id);
  }
}
