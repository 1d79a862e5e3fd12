package dev.dragoman.maven;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.goal.GoalFailure;
import dev.dragoman.generator.goal.GoalLog;
import dev.dragoman.generator.goal.GoalSettings;
import dev.dragoman.generator.goal.LockModes;
import dev.dragoman.generator.goal.Requests;
import dev.dragoman.generator.goal.SettingNames;
import dev.dragoman.generator.goal.Step;
import dev.dragoman.generator.goal.Steps;
import dev.dragoman.generator.lock.LockPolicy.Mode;
import dev.dragoman.maven.project.BuildContext;
import dev.dragoman.maven.project.GoalCommand;
import dev.dragoman.maven.settings.EnvironmentSettings;
import dev.dragoman.maven.settings.MatchSettings;
import dev.dragoman.maven.settings.OperationSettings;
import dev.dragoman.maven.settings.SecuritySchemeSettings;
import dev.dragoman.maven.settings.ToolSettings;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Base class of the generating goals: their parameters and the steps of a run. */
abstract class AbstractGenerateMojo extends AbstractMojo {
  /**
   * The OpenAPI document: OpenAPI 3.0, 3.1 or 3.2, or Swagger 2.0, in JSON or YAML; a file,
   * relative to the module's folder. Referenced files must be in its folder or below. The {@code
   * vendor} goal downloads a document from a URL into the project. {@code classpath:NAME} is a
   * document in one of the plugin's own dependencies, whose lock is by default in {@code
   * src/main/openapi}. For example:
   *
   * <pre>{@code
   * <inputSpec>src/main/openapi/github.yaml</inputSpec>
   * }</pre>
   *
   * <p>For several documents, use {@code inputDirectory} or {@code apis}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.inputSpec")
  @Nullable File inputSpec;

  /**
   * A folder of documents, instead of {@code inputSpec}: each {@code .yaml}, {@code .yml} and
   * {@code .json} file directly in it becomes a separate API in a package below {@code
   * packageName}, named after the file.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.inputDirectory")
  @Nullable File inputDirectory;

  /**
   * Several APIs in one execution, instead of {@code inputSpec}. Settings that an API omits are
   * inherited from the execution; its package defaults to one below {@code packageName}, named
   * after the API. For example:
   *
   * <pre>{@code
   * <apis>
   *   <api><inputSpec>src/main/openapi/github.yaml</inputSpec><apiName>GitHub</apiName></api>
   *   <api><inputSpec>src/main/openapi/polar.yaml</inputSpec><apiName>Polar</apiName></api>
   * </apis>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter @Nullable List<Api> apis;

  /**
   * The lock file, which lists the accepted operations. By default, the document's file name with
   * {@code .lock} appended. If it does not exist, every operation of the document is exposed;
   * {@code dragoman:accept} writes it. Only for a single document.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.lockFile")
  @Nullable File lockFile;

  /**
   * Whether a difference between the document and the lock fails the build. By default it does if
   * the environment variable {@code CI} is set and not {@code false}; otherwise it is a warning,
   * and operations that are not in the lock are left out. {@code true} also requires the lock to
   * exist.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.locked")
  @Nullable Boolean locked;

  /**
   * The folder that the document's references must stay within. By default, the document's own
   * folder.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.specRoot")
  @Nullable File specRoot;

  /**
   * Hosts that are allowed as servers even if they are link-local or cloud metadata hosts.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.allowedHosts")
  @Nullable List<String> allowedHosts;

  /**
   * Whether a warning about the document fails the build. By default, a fault in the document is a
   * warning and affects only the part that contains it, such as a property with an unknown type;
   * the document is rejected only if no usable server could be generated from it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.strict", defaultValue = "false")
  boolean strict;

  /**
   * The vendor's name, used in the names of generated classes ({@code GitHubServer}) and of the
   * headers ({@code X-GitHub-Access-Mode}) and environment variables ({@code GITHUB_API_KEY}) that
   * the server reads. Letters, digits, spaces and hyphens. By default, the document's title without
   * words such as "API".
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.apiName")
  @Nullable String apiName;

  /**
   * Package of the generated classes. The typed requests are in its subpackage {@code operations}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.packageName", defaultValue = "${project.groupId}")
  @Nullable String packageName;

  /**
   * Base URL of the API, instead of the document's servers. An absolute http or https URL.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.baseUrl")
  @Nullable String baseUrl;

  /**
   * A YAML or JSON configuration file whose settings have the same names as here: apiName, baseUrl,
   * overlays, and those for operations, credentials and environments. {@code ./run --config}
   * accepts the same file. The POM takes precedence over the file; lists are concatenated, the
   * file's entries first.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.configFile")
  @Nullable File configFile;

  /**
   * OpenAPI Overlays (1.0 or 1.1) that are applied to the document, in this order. For example:
   *
   * <pre>{@code
   * <overlays>
   *   <overlay>src/main/openapi/overlay.yaml</overlay>
   * </overlays>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter @Nullable List<File> overlays;

  /**
   * Rules about operations, applied in order. Each has a {@code match} (operationId, tag, path,
   * method, access; {@code *} matches any text, in a path any text within a segment; {@code **}
   * matches any text) and sets one or more of: {@code access} (read, write, destructive), {@code
   * authModes} (user, partner, both), {@code scopes} (alternatives; scopes required together are
   * separated by spaces), {@code name}, {@code paging}, {@code exclude}. For example:
   *
   * <pre>{@code
   * <operations>
   *   <operation>
   *     <match>
   *       <path>/lamps/search</path>
   *     </match>
   *     <access>read</access>
   *   </operation>
   * </operations>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter @Nullable List<OperationSettings> operations;

  /**
   * If set, only operations that match one of these are generated. Same syntax as the {@code match}
   * of a rule.
   *
   * @since 0.1.0
   */
  @Parameter @Nullable List<MatchSettings> includes;

  /**
   * Operations that match one of these are left out. Same syntax as the {@code match} of a rule.
   *
   * @since 0.1.0
   */
  @Parameter @Nullable List<MatchSettings> excludes;

  /**
   * Whether to leave out deprecated operations.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.excludeDeprecated", defaultValue = "false")
  boolean excludeDeprecated;

  /**
   * The auth mode of each security scheme's credential, by scheme name: user, partner or both. An
   * operation is available in the modes of the schemes it accepts. For example:
   *
   * <pre>{@code
   * <authModes>
   *   <partnerKey>partner</partnerKey>
   * </authModes>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter @Nullable Map<String, String> authModes;

  /**
   * Security schemes in addition to the document's, each with {@code name}, {@code type} (apiKey,
   * basic, bearer) and, for apiKey, {@code in} (header, query, cookie) and {@code parameter}, the
   * name used there. If the document has no security requirement of its own, one of these schemes
   * is required.
   *
   * @since 0.1.0
   */
  @Parameter @Nullable List<SecuritySchemeSettings> securitySchemes;

  /**
   * The default security requirement for operations that do not declare one, instead of the
   * document's: alternatives, each a scheme name or several joined with a plus sign.
   *
   * @since 0.1.0
   */
  @Parameter @Nullable List<String> security;

  /**
   * Names of path, query, header and body parameters that default to the organization of a caller
   * in partner mode if the agent does not set them.
   *
   * @since 0.1.0
   */
  @Parameter @Nullable List<String> organizationParameters;

  /**
   * The API's environments, instead of the document's servers, the default first; each with a
   * {@code name} (letters, digits, hyphens) and a {@code url}.
   *
   * @since 0.1.0
   */
  @Parameter @Nullable List<EnvironmentSettings> environments;

  /**
   * Which tools the server has: {@code search} (search and execute, the default), {@code
   * operations} (one tool per operation, for small APIs) or {@code both}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.toolMode")
  @Nullable String toolMode;

  /**
   * What the descriptions of tools contain of the document: {@code summary}, {@code description}
   * (the summary, too), or {@code examples} (also an example that the document marks for models),
   * which is the default.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.toolDescriptions")
  @Nullable String toolDescriptions;

  /**
   * Operations that are tools of their own: each has an {@code operation} (operationId or method
   * and path) and may have a {@code name}, {@code title}, {@code description}, {@code fixed}
   * arguments, arguments to {@code hide}, and {@code fields} of the response to return.
   *
   * @since 0.1.0
   */
  @Parameter @Nullable List<ToolSettings> tools;

  /**
   * Whether to generate a typed client besides the server: a class with a method per operation, and
   * the types of responses.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.client", defaultValue = "false")
  boolean client;

  /**
   * Whether to enable semantic search in addition to keyword search. Requires {@code
   * dev.dragoman:dragoman-semantic} as a dependency of the plugin, which computes a vector for each
   * operation, and of the project, where it adds about 110 MB to the server.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.semanticSearch", defaultValue = "false")
  boolean semanticSearch;

  /**
   * Whether the server offers the tool {@code run_script}, with which an agent runs a short
   * JavaScript program that calls many operations. Requires {@code dev.dragoman:dragoman-script} as
   * a dependency of the project, where it adds about 1.2 MB to the server.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.scripts", defaultValue = "false")
  boolean scripts;

  /**
   * Folder of the report, which lists every operation with its access level, and all warnings.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "dragoman.reportDirectory",
      defaultValue = "${project.build.directory}/dragoman")
  @Nullable File reportDirectory;

  /**
   * Skips the generation. The output of an earlier build is still compiled and packaged.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.skip", defaultValue = "false")
  boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  @Nullable MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  @Nullable MojoExecution execution;

  @Parameter(defaultValue = "${session}", readonly = true)
  @Nullable MavenSession session;

  @Override
  public void execute() throws MojoFailureException {
    // First of all: even if the goal is skipped or up to date, existing output must be compiled.
    registerRoots(given(project, "project"));
    if (skip) {
      getLog().info("Skipped because dragoman.skip is set.");
      return;
    }
    if (isElsewhere()) {
      getLog().info("Nothing is configured in this module.");
      return;
    }
    checkProject();
    try {
      GoalSettings settings = new Parameters(this).settings();
      List<GenerationRequest> requests = Requests.of(settings, names());
      Step all = prepareAll(settings, requests);
      new Steps(names()).run(requests, this::prepare, all);
    } catch (IOException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (GoalFailure e) {
      throw new MojoFailureException(e.getMessage(), e.getCause());
    }
  }

  /** Whether the goal was invoked for other modules and has nothing to do in this one. */
  boolean isElsewhere() {
    return false;
  }

  final boolean namesDocument() {
    return inputSpec != null || inputDirectory != null || apis != null;
  }

  /**
   * Rejects a project that could not build the generated code.
   *
   * @throws MojoFailureException with everything that is missing
   */
  void checkProject() throws MojoFailureException {}

  /** Adds the roots of the generated files to the build. */
  abstract void registerRoots(MavenProject target);

  /** Root of the generated Java files. */
  abstract File sources();

  /** Root of the generated resources, if there are any. */
  abstract File resources();

  /**
   * Performs all steps that can fail for all APIs together, without changing any file; what is to
   * be done is done after each of them.
   */
  Step prepareAll(GoalSettings settings, List<GenerationRequest> requests) throws IOException {
    return () -> {};
  }

  /** Performs all steps that can fail for one API, without changing any file. */
  abstract Step prepare(GenerationRequest request) throws IOException;

  /** How differences from the lock are handled. */
  Mode lockMode() {
    return LockModes.of(Optional.ofNullable(locked));
  }

  /** The goal that produces the output. */
  String stateName(MojoExecution run) {
    return run.getGoal();
  }

  /** Two executions cannot generate the same package. */
  final void refuseNamesake(GenerationRequest request) {
    Namesakes.refuse(given(project, "project"), given(execution, "execution"), request);
  }

  final GoalLog log() {
    return new MavenLog(getLog());
  }

  /** The wording of messages. */
  final SettingNames names() {
    return new PluginNames(context());
  }

  /** Where the goal runs. */
  final BuildContext context() {
    return new BuildContext(session, given(project, "project"), given(execution, "execution"));
  }

  /** Commands for messages. */
  final GoalCommand command() {
    return new GoalCommand(context());
  }

  static <T> T given(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalStateException(name + " was not set by Maven");
    }
    return value;
  }
}
