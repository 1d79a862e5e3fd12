package dev.dragoman.generator.module;

import dev.dragoman.generator.vendor.FetchOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A request to add a document to a project.
 *
 * @param source URL or file; the source of an earlier run if empty
 * @param vendor name of the folder; derived from the API's title if empty
 * @param base the folder to which relative files refer
 * @param folder contains one folder per vendor
 * @param sha256 the expected digest of the document, in hexadecimal
 * @param fetch how the document is fetched
 * @param offline whether fetching is forbidden
 * @param dryRun whether only to report the changes
 * @param today the date to record
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
