package dev.dragoman.maven;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.maven.project.BuildContext;
import dev.dragoman.maven.project.GoalCommand;

import dev.dragoman.generator.lock.LockPolicy.Mode;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the generating goals have in common: the document, its names, and how a run goes. */
abstract class AbstractGenerateMojo extends AbstractMojo {
  /**
   * The OpenAPI document: OpenAPI 3.0, 3.1 or 3.2, or Swagger 2.0, in JSON or YAML; a file,
   * relative to the module's folder. Files that it refers to are in its folder or below. {@code
   * vendor} brings a document from a URL into the project.
   *
   * <pre>{@code
   * <inputSpec>src/main/openapi/github.yaml</inputSpec>
   * }</pre>
   *
   * <p>Several documents: {@code inputDirectory} or {@code apis}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.inputSpec")
  @Nullable File inputSpec;

  /**
   * A folder of documents in place of {@code inputSpec}: each {@code .yaml}, {@code .yml} and
   * {@code .json} file directly in it becomes an API of its own, in a package of its own below
   * {@code packageName}, called after the file.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.inputDirectory")
  @Nullable File inputDirectory;

  /**
   * Several APIs in one execution, in place of {@code inputSpec}. What an API does not say is as
   * for the execution; its package is one below {@code packageName}, called after the API.
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
   * The lock: the operations that were agreed to. By default the file beside the document whose
   * name ends with {@code .lock}. While there is none, every operation of the document is exposed;
   * {@code dragoman:accept} writes it. For one document only.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.lockFile")
  @Nullable File lockFile;

  /**
   * Whether a difference between document and lock fails the build. By default it does where the
   * environment has a variable {@code CI} that is not {@code false}; elsewhere it is a warning, and
   * operations that the lock does not have are left out. {@code true} also demands that there is a
   * lock.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.locked")
  @Nullable Boolean locked;

  /**
   * The folder that references of the document may not leave. By default, the document's own.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.specRoot")
  @Nullable File specRoot;

  /**
   * Hosts that the document may name as servers although they are link-local or serve a cloud's
   * metadata.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.allowedHosts")
  @Nullable List<String> allowedHosts;

  /**
   * Whether a warning about the document fails the build. By default a fault of the document costs
   * what it touches, such as a property whose type is not known, and is a warning; the whole
   * document is refused only where nothing sensible could be made of it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.strict", defaultValue = "false")
  boolean strict;

  /**
   * The vendor's word: generated classes start with it ({@code GitHubServer}), and so do the
   * headers ({@code X-GitHub-Access-Mode}) and variables ({@code GITHUB_API_KEY}) the server reads.
   * Letters, digits, blanks and dashes. By default, the title of the document without the words
   * that say only that it is an API.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.apiName")
  @Nullable String apiName;

  /**
   * Package of the generated classes; the typed requests go into {@code operations} below it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.packageName", defaultValue = "${project.groupId}")
  @Nullable String packageName;

  /**
   * Where the API is, in place of the servers that the document names. Absolute, with http or
   * https.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.baseUrl")
  @Nullable String baseUrl;

  /**
   * A configuration file, YAML or JSON, with settings of the same names as here: apiName, baseUrl,
   * overlays, and those about operations, credentials and environments. {@code ./run --config}
   * takes the same file. What stands in the POM goes before what stands in the file; lists are
   * joined, the file's first.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.configFile")
  @Nullable File configFile;

  /**
   * OpenAPI Overlays, version 1.0 or 1.1, that change the document before it is read, in this
   * order.
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
   * method, access; a star stands for anything, in a path for anything within a segment, two for
   * anything) and says one or more of: {@code access} (read, write, destructive), {@code authModes}
   * (user, partner, both), {@code scopes} (alternatives; blanks between those needed together),
   * {@code name}, {@code exclude}.
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
   * When given, only operations that fit one of them are generated; each like the {@code match} of
   * a rule.
   *
   * @since 0.1.0
   */
  @Parameter @Nullable List<MatchSettings> includes;

  /**
   * Operations that fit one of them are left out; each like the {@code match} of a rule.
   *
   * @since 0.1.0
   */
  @Parameter @Nullable List<MatchSettings> excludes;

  /**
   * Leaves deprecated operations out.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.excludeDeprecated", defaultValue = "false")
  boolean excludeDeprecated;

  /**
   * On whose behalf the credential of a security scheme is, by the scheme's name: user, partner or
   * both. An operation is for the modes of the schemes it accepts.
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
   * Security schemes besides those of the document, each with a {@code name}, a {@code type}
   * (apiKey, basic, bearer) and for apiKey {@code in} (header, query, cookie) and {@code
   * parameter}, its name there. Where the document requires none of its own, one of them is needed.
   *
   * @since 0.1.0
   */
  @Parameter @Nullable List<SecuritySchemeSettings> securitySchemes;

  /**
   * What the API needs where an operation does not say it, in place of what the document says:
   * alternatives, each a scheme's name, or several with a plus between them.
   *
   * @since 0.1.0
   */
  @Parameter @Nullable List<String> security;

  /**
   * Names of path, query, header and body parameters that the default organization of a caller in
   * partner mode fills where the agent gives none.
   *
   * @since 0.1.0
   */
  @Parameter @Nullable List<String> organizationParameters;

  /**
   * Where the API is served, in place of what the document says, the default first; each with a
   * {@code name} (letters, digits, dashes) and a {@code url}.
   *
   * @since 0.1.0
   */
  @Parameter @Nullable List<EnvironmentSettings> environments;

  /**
   * Whether search ranks by the meaning of words too, not by the words alone. Needs {@code
   * dev.dragoman:dragoman-semantic} among the dependencies of the plugin, which makes a vector for
   * each operation, and among those of the project: about 110 MB beside the server.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.semanticSearch", defaultValue = "false")
  boolean semanticSearch;

  /**
   * Folder of the report that lists every operation with its access level, and all warnings.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "dragoman.reportDirectory",
      defaultValue = "${project.build.directory}/dragoman")
  @Nullable File reportDirectory;

  /**
   * Skips the generation. What an earlier build generated is still compiled and packed.
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
    // First of all: skipped or up to date, what is there must be compiled.
    registerRoots(given(project, "project"));
    if (skip) {
      getLog().info("Skipped, because dragoman.skip is set.");
      return;
    }
    if (isElsewhere()) {
      getLog().info("Nothing is configured in this module.");
      return;
    }
    checkProject();
    new Steps(command()).run(new Requests(this).all(), this::prepare);
  }

  /** Whether the goal is called for other modules, and has nothing to do in this one. */
  boolean isElsewhere() {
    return false;
  }

  final boolean namesDocument() {
    return inputSpec != null || inputDirectory != null || apis != null;
  }

  /**
   * Refuses a project that could not build what is generated.
   *
   * @throws MojoFailureException with everything that is missing
   */
  void checkProject() throws MojoFailureException {}

  /** Adds the roots of what is generated to the build. */
  abstract void registerRoots(MavenProject target);

  /** Root of the generated Java files. */
  abstract File sources();

  /** Root of the generated resources, where there are any. */
  abstract File resources();

  /** Does for one API all that can refuse it, and changes no file yet. */
  abstract Step prepare(GenerationRequest request) throws IOException, MojoFailureException;

  /** What a difference against the lock means. */
  Mode lockMode() {
    return LockModes.of(locked);
  }

  /** The goal whose output is meant. */
  String stateName(MojoExecution run) {
    return run.getGoal();
  }

  /** Two executions cannot generate one package. */
  final void refuseNamesake(GenerationRequest request) throws MojoFailureException {
    Namesakes.refuse(given(project, "project"), given(execution, "execution"), request);
  }

  final void sayNothingChanged(GenerationRequest request) {
    String document = String.valueOf(request.input().document().getFileName());
    getLog().info(document + ": nothing has changed since the last run.");
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
