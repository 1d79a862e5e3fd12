package dev.dragoman.openapigenerator;

import dev.dragoman.generator.goal.GenerateGoal;
import dev.dragoman.generator.goal.GoalFailure;
import dev.dragoman.generator.goal.GoalLog;
import dev.dragoman.generator.goal.Requests;
import dev.dragoman.generator.goal.SettingNames;
import dev.dragoman.generator.goal.Steps;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenConfig;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.DefaultCodegen;
import org.openapitools.codegen.api.TemplatingEngineAdapter;
import org.openapitools.codegen.meta.GeneratorMetadata;
import org.openapitools.codegen.meta.Stability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The generator {@code dragoman}. Everything is generated when the options are processed, which is
 * before OpenAPI Generator looks into its own copy of the document; that copy is then emptied, so
 * that no part of it can fail or produce a file.
 */
public final class DragomanCodegen extends DefaultCodegen implements CodegenConfig {
  /** In a name space of OpenAPI Generator, whose command line shows no other. */
  private static final Logger LOGGER =
      LoggerFactory.getLogger("org.openapitools.codegen.DragomanCodegen");

  /** A run without templates is a dry run, of which OpenAPI Generator does not tell. */
  private boolean hasTemplates;

  /** Describes the generator and its options. */
  public DragomanCodegen() {
    generatorMetadata =
        GeneratorMetadata.newBuilder(generatorMetadata).stability(Stability.BETA).build();
    AdapterOptions.describe(cliOptions);
  }

  @Override
  public String getName() {
    return "dragoman";
  }

  @Override
  public CodegenType getTag() {
    return CodegenType.SERVER;
  }

  @Override
  public String getHelp() {
    return "Generates an MCP server in Java with Dragoman.";
  }

  /** Asked of the chosen generator just before the document is read. */
  @Override
  public String defaultTemplatingEngine() {
    UnreadDocument.expect();
    return super.defaultTemplatingEngine();
  }

  /** Set when the document has been read. */
  @Override
  public void setInputSpec(String inputSpec) {
    UnreadDocument.forget();
    super.setInputSpec(inputSpec);
  }

  @Override
  public TemplatingEngineAdapter getTemplatingEngine() {
    hasTemplates = true;
    return super.getTemplatingEngine();
  }

  @Override
  public boolean getUseInlineModelResolver() {
    return false;
  }

  @Override
  public boolean getUseOpenapiNormalizer() {
    return false;
  }

  @Override
  public void processOpts() {
    AdapterOptions options = new AdapterOptions(this);
    options.withoutEffect().forEach(LOGGER::warn);
    try {
      generate(options);
    } catch (GoalFailure | IOException e) {
      throw new AdapterFailure(String.valueOf(e.getMessage()));
    }
  }

  private void generate(AdapterOptions options) throws IOException {
    SettingNames names = new AdapterNames(options.document());
    GenerateGoal goal = new GenerateGoal(new Log(), names, false);
    IgnoredFiles ignored = IgnoredFiles.of(this, Path.of(getOutputDir()));
    new Steps(names)
        .run(
            Requests.of(options.settings(), names),
            request ->
                hasTemplates
                    ? goal.prepare(request)
                    : () -> LOGGER.info("Nothing is written in a dry run."));
    ignored.restore();
  }

  /** Leaves nothing to generate. */
  @Override
  public void preprocessOpenAPI(OpenAPI openAPI) {
    openAPI.setPaths(new Paths());
    openAPI.setComponents(new Components());
    openAPI.setServers(List.of(new Server().url("/")));
    openAPI.setTags(null);
    openAPI.setWebhooks(null);
    openAPI.setExtensions(null);
    openAPI.setSecurity(null);
  }

  /** OpenAPI Generator asks for donations here. */
  @Override
  public void postProcess() {}

  /** Reports through the log of OpenAPI Generator. */
  private static final class Log implements GoalLog {
    @Override
    public void info(String line) {
      LOGGER.info(line);
    }

    @Override
    public void warn(String line) {
      LOGGER.warn(line);
    }
  }

  /** A property that the user has set. */
  @Nullable Object property(String name) {
    return additionalProperties.get(name);
  }
}
