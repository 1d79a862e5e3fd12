package dev.dragoman.maven;

import dev.dragoman.generator.goal.VendorGoal;
import java.io.File;
import java.util.Optional;
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
  void run() throws MojoFailureException {
    File folder = AbstractGenerateMojo.given(openapiDirectory, "openapiDirectory");
    if (namesSource()) {
      modules().refuseNewDocument("dragoman.openapiDirectory");
    } else {
      modules().refuseForeignDocument(String.valueOf(vendor()));
    }
    new VendorGoal(new MavenLog(getLog()), Optional.ofNullable(outputFile).map(File::toPath))
        .run(request(folder, dryRun));
  }
}
