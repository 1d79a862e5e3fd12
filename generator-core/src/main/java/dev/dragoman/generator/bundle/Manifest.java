package dev.dragoman.generator.bundle;

import dev.dragoman.generator.bundle.JsonFile.Members;
import dev.dragoman.generator.bundle.UserFields.Field;
import dev.dragoman.generator.bundle.UserFields.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The manifest of a bundle, version 0.3 of the format (MCPB, MANIFEST.md). A secret is passed in a
 * variable, never in an argument, which every user of the computer could read. Text of the document
 * is used for display only, and never in a place where the app replaces variables.
 */
final class Manifest {
  static final String NAME = "manifest.json";
  static final String ICON = "icon.png";

  /** The folder of the server in the bundle; its scripts name what is in it. */
  static final String FOLDER = "server/";

  static final String SHELL = FOLDER + "launch.sh";
  static final String BATCH = FOLDER + "launch.cmd";
  private static final String VERSION = "0.3";
  private static final String FEEDBACK_FLAG = "--feedback";
  private static final String FEEDBACK_TOOL = "submit_mcp_feedback";
  private static final String SPLIT_FLAG = "--split-execute";

  private static final Pattern HOME_FOLDER = Pattern.compile("(?<=^|=)~/");

  private final ServerFacts server;
  private final BundleRequest request;
  private final List<Field> fields;

  Manifest(ServerFacts server, BundleRequest request) {
    this.server = server;
    this.request = request;
    this.fields = UserFields.of(server);
  }

  byte[] bytes() {
    BundleAbout about = request.about();
    return JsonFile.bytes(
        JsonFile.object()
            .put("manifest_version", VERSION)
            .put("name", server.name())
            .put("display_name", displayName())
            .put("version", about.version())
            .put("description", description())
            .put("author", author(about.author()))
            .put("repository", about.repository().map(Manifest::repository))
            .put("homepage", about.homepage())
            .put("documentation", about.documentation())
            .put("support", about.support())
            .put("icon", about.icon().map(file -> ICON))
            .put("server", server())
            .list("tools", tools())
            .put("tools_generated", isOwnMainClass())
            .put("license", about.license())
            .list("privacy_policies", about.privacyPolicies())
            .put("compatibility", JsonFile.object().list("platforms", request.platforms()))
            .object("user_config", userConfig()));
  }

  String displayName() {
    return request.about().displayName().orElse(server.title());
  }

  String description() {
    return request
        .about()
        .description()
        .orElse("Finds and runs operations of the " + server.vendor() + " API.");
  }

  private Members author(BundleAbout.Author author) {
    return JsonFile.object()
        .put("name", author.name().orElse(server.vendor()))
        .put("email", author.email())
        .put("url", author.url());
  }

  private static Members repository(String url) {
    return JsonFile.object().put("type", "git").put("url", url);
  }

  /** A main class of the owner's own may add tools that only the running server knows. */
  private boolean isOwnMainClass() {
    return !request.mainClass().orElse(server.mainClass()).equals(server.mainClass());
  }

  /**
   * The flags after those in the scripts. The default file for feedback would be in the bundle. The
   * home folder is written as in a shell, because Maven would replace a variable.
   */
  private static List<String> arguments(BundleRequest request) {
    List<String> arguments = new ArrayList<>();
    request
        .arguments()
        .forEach(word -> arguments.add(HOME_FOLDER.matcher(word).replaceFirst("\\${HOME}/")));
    if (!setsFeedback(arguments)) {
      arguments.addAll(List.of(FEEDBACK_FLAG, "off"));
    }
    return arguments;
  }

  private static boolean setsFeedback(List<String> arguments) {
    return arguments.stream()
        .anyMatch(word -> word.equals(FEEDBACK_FLAG) || word.startsWith(FEEDBACK_FLAG + "="));
  }

  private Members server() {
    return JsonFile.object()
        .put("type", "binary")
        .put("entry_point", SHELL)
        .put(
            "mcp_config",
            JsonFile.object()
                .put("command", "/bin/sh")
                .put("args", args("${__dirname}/" + SHELL))
                .put("env", environment())
                .put("platform_overrides", JsonFile.object().put("win32", windows())));
  }

  /**
   * A script cannot be started directly on Windows. Without {@code call}, the command interpreter
   * would remove quotation marks from a path that contains special characters.
   */
  private Members windows() {
    List<String> args = new ArrayList<>(List.of("/d", "/c", "call"));
    args.addAll(args("${__dirname}\\" + BATCH.replace('/', '\\')));
    return JsonFile.object().put("command", "cmd.exe").put("args", args);
  }

  private List<String> args(String script) {
    List<String> args = new ArrayList<>(List.of(script));
    args.addAll(arguments(request));
    return args;
  }

  private Members environment() {
    Members environment = JsonFile.object();
    fields.forEach(
        field -> environment.put(field.variable(), "${user_config." + field.name() + "}"));
    return environment;
  }

  private Members userConfig() {
    Members config = JsonFile.object();
    for (Field field : fields) {
      Members option =
          JsonFile.object()
              .put("type", field.kind() == Kind.TICKED ? "boolean" : "string")
              .put("title", field.title())
              .put("description", field.description())
              .put("required", field.required());
      config.put(
          field.name(),
          switch (field.kind()) {
            case SECRET -> option.put("sensitive", true);
            case TICKED -> option.put("default", true);
            case TEXT -> option;
          });
    }
    return config;
  }

  private List<Members> tools() {
    List<Members> tools = new ArrayList<>();
    boolean split = request.arguments().contains(SPLIT_FLAG);
    for (ServerFacts.Tool tool : server.tools()) {
      if (split && server.searches() && tool.name().equals("execute")) {
        tools.add(tool("execute_read", "Runs an operation of the API that changes nothing."));
        tools.add(tool("execute_write", "Runs an operation of the API that changes something."));
      } else {
        tools.add(tool(tool.name(), tool.description()));
      }
    }
    if (hasFeedback()) {
      tools.add(tool(FEEDBACK_TOOL, "Takes a note about this server."));
    }
    return tools;
  }

  private boolean hasFeedback() {
    List<String> arguments = arguments(request);
    int flag = arguments.lastIndexOf(FEEDBACK_FLAG);
    return flag >= 0
        ? !arguments.subList(flag + 1, arguments.size()).stream()
            .findFirst()
            .equals(Optional.of("off"))
        : !arguments.contains(FEEDBACK_FLAG + "=off");
  }

  private static Members tool(String name, String description) {
    return JsonFile.object().put("name", name).put("description", description);
  }
}
