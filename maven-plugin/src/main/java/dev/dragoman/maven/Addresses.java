package dev.dragoman.maven;

import dev.dragoman.generator.InputAddress;
import dev.dragoman.maven.project.BuildContext;
import dev.dragoman.maven.project.GoalCommand;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** Tells a URL or a place in an archive where a file is wanted; all of them at once. */
final class Addresses {
  private final GoalCommand command;
  private final String root;
  private final List<String> wrong = new ArrayList<>();

  Addresses(BuildContext context) {
    this.command = new GoalCommand(context);
    File folder = context.project().getBasedir();
    // Maven resolves what is configured against the module's folder.
    this.root = (folder == null ? new File("") : folder).getAbsolutePath() + File.separator;
  }

  void check(String element, @Nullable File file) {
    if (file == null) {
      return;
    }
    String path = file.getPath();
    String written = path.startsWith(root) ? path.substring(root.length()) : path;
    InputAddress.of(written)
        .ifPresent(
            address ->
                wrong.add(
                    "<%s>%s</%s>: %s %s"
                        .formatted(
                            element,
                            address.text(),
                            element,
                            address.problem(),
                            advice(element, address))));
  }

  private String advice(String element, InputAddress address) {
    return switch (address.kind()) {
      case FILE -> "Write the path alone: " + address.path() + ".";
      case URL ->
          element.equals("inputSpec") || element.equals("dragoman.from")
              ? "Bring the document into the project and name the file that is written: "
                  + command.fresh("vendor", "-Ddragoman.source=" + address.text())
              : "Save it in the project and name that file.";
      case ARCHIVE ->
          "Unpack it, in each build with maven-dependency-plugin:unpack in the phase initialize, or"
              + " once by hand; "
              + (element.equals("inputSpec")
                  ? "to note where it came from and to see what changes, take the unpacked file with "
                      + command.fresh("vendor", "-Ddragoman.source=FILE")
                  : "then name that file.");
    };
  }

  void refuse() throws MojoFailureException {
    if (!wrong.isEmpty()) {
      throw new MojoFailureException(String.join(System.lineSeparator(), wrong));
    }
  }
}
