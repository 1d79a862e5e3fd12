package dev.dragoman.cli;

import dev.dragoman.generator.goal.GoalFailure;
import dev.dragoman.generator.module.VendorRequest;
import dev.dragoman.generator.vendor.FetchAdvice;
import dev.dragoman.generator.vendor.FetchOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of the commands that fetch a document. */
final class SourceOptions {
  private static final FetchAdvice ADVICE =
      new FetchAdvice(
          "Name a SOURCE, a URL or a file; to refresh a vendored document, use --vendor NAME.",
          "Check the URL and the network.",
          "Run without --offline, or specify a file.",
          "Put a bearer token into an environment variable and name it with --token-variable.",
          "Raise the limit with --max-bytes N.");

  @Parameters(
      arity = "0..1",
      paramLabel = "SOURCE",
      description =
          "Where the document is: an http or https URL, or a file. Redirects are followed only on"
              + " the same host. Default: the recorded source of --vendor.")
  private Optional<String> source;

  @Option(
      names = "--vendor",
      paramLabel = "NAME",
      description = "Name of the document's folder. Default: derived from the API's title.")
  private Optional<String> vendor;

  @Option(
      names = "--sha256",
      paramLabel = "HEX",
      description = "The expected SHA-256 of the document.")
  private Optional<String> sha256;

  @Option(
      names = "--max-bytes",
      paramLabel = "N",
      defaultValue = "67108864",
      description = "Maximum size of the document in bytes. Default: 67108864.")
  private long maxBytes;

  @Option(
      names = "--token-variable",
      paramLabel = "NAME",
      description =
          "The environment variable whose value is sent as bearer token, to the URL's own host"
              + " only.")
  private Optional<String> tokenVariable;

  @Option(names = "--offline", description = "Refuse to fetch a URL.")
  private boolean offline;

  /**
   * The request.
   *
   * @param folder contains one folder per vendor
   * @throws GoalFailure if the variable of the token is not set
   */
  VendorRequest request(Path folder, boolean dryRun) {
    return new VendorRequest(
        source,
        vendor,
        Path.of(""),
        folder,
        sha256,
        fetch(),
        offline,
        dryRun,
        LocalDate.now(ZoneOffset.UTC));
  }

  private FetchOptions fetch() {
    FetchOptions direct = FetchOptions.direct();
    return new FetchOptions(
        direct.proxy(),
        direct.proxyCredentials(),
        tokenVariable.map(SourceOptions::bearer),
        maxBytes,
        direct.timeout(),
        ADVICE);
  }

  private static String bearer(String variable) {
    String token = System.getenv(variable);
    if (token == null || token.isBlank()) {
      throw new GoalFailure("The environment variable " + variable + " is not set.");
    }
    return "Bearer " + token.strip();
  }
}
