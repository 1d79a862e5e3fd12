package dev.dragoman.maven;

import dev.dragoman.generator.diff.Comparison;
import dev.dragoman.generator.diff.ComparisonText;
import dev.dragoman.generator.diff.ComparisonText.Format;
import dev.dragoman.generator.module.VendorRequest;
import dev.dragoman.generator.module.Vendoring;
import dev.dragoman.generator.write.AtomicFile;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Vendors a document into the project: fetches it from a URL or a file, checks that a server can be
 * generated from it, and puts it into a separate folder with a record of its source, date, checksum
 * and license. On later runs, it reports what changed before it replaces the document. Runs without
 * a POM. For example:
 *
 * <pre>{@code
 * mvn dev.dragoman:dragoman-maven-plugin:VERSION:vendor -Ddragoman.source=https://api.example.com/openapi.yaml
 * mvn dev.dragoman:dragoman-maven-plugin:VERSION:vendor -Ddragoman.vendor=example
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "vendor", requiresProject = false, threadSafe = true)
public final class VendorMojo extends AbstractFetchMojo {
  /**
   * The folder that contains one folder per vendor.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.openapiDirectory", defaultValue = "${basedir}/src/main/openapi")
  private @Nullable File openapiDirectory;

  /**
   * Whether to only report what would change.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.dryRun", defaultValue = "false")
  private boolean dryRun;

  /**
   * A file to write the changes to as Markdown. It is not written if there was no document before.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.outputFile")
  private @Nullable File outputFile;

  @Override
  void run() throws IOException, MojoFailureException {
    File folder = AbstractGenerateMojo.given(openapiDirectory, "openapiDirectory");
    if (namesSource()) {
      modules().refuseNewDocument("dragoman.openapiDirectory");
    } else {
      modules().refuseForeignDocument(String.valueOf(vendor()));
    }
    VendorRequest request = request(folder, dryRun);
    List<Comparison> told = new ArrayList<>();
    Vendoring.Outcome outcome =
        Vendoring.vendor(
            request,
            changes -> {
              ComparisonText.of(changes, Format.TEXT).lines().forEach(getLog()::info);
              told.add(changes);
            });
    if (outputFile != null && !told.isEmpty()) {
      String report = ComparisonText.of(told.get(0), Format.MARKDOWN);
      AtomicFile.replace(outputFile.toPath(), report.getBytes(StandardCharsets.UTF_8));
    }
    outcome.warnings().forEach(warning -> getLog().warn(warning.toString()));
    getLog()
        .info(
            "%s: %s, sha256 %s"
                .formatted(
                    outcome.document(),
                    outcome.written() ? "written" : "unchanged",
                    outcome.provenance().sha256()));
  }
}
