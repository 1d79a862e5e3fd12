package dev.dragoman.generator.module;

import dev.dragoman.generator.vendor.FetchOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Which document to bring into a project.
 *
 * @param source URL or file; where an earlier run got it when empty
 * @param vendor name of the folder; from the API's title when empty
 * @param base what relative files are relative to
 * @param folder holds one folder per vendor
 * @param sha256 what the document has to have, in hexadecimal
 * @param fetch how it is fetched
 * @param offline whether nothing may be fetched
 * @param dryRun whether only the changes are wanted
 * @param today what is noted as date
 */
public record VendorRequest(
    Optional<String> source,
    Optional<String> vendor,
    Path base,
    Path folder,
    Optional<String> sha256,
    FetchOptions fetch,
    boolean offline,
    boolean dryRun,
    LocalDate today) {
  public VendorRequest {
    Objects.requireNonNull(source);
    Objects.requireNonNull(vendor);
    base = base.toAbsolutePath().normalize();
    folder = folder.toAbsolutePath().normalize();
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(fetch);
    Objects.requireNonNull(today);
  }
}
