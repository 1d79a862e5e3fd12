package dev.dragoman.maven;

import dev.dragoman.generator.InputAddress;
import dev.dragoman.maven.project.BuildContext;
import dev.dragoman.maven.project.GoalCommand;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** Reports URLs and archive entries that are configured where a file is required, all at once. */
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
      case FILE -> "Use the plain path: " + address.path() + ".";
      case URL ->
          element.equals("inputSpec") || element.equals("dragoman.from")
              ? "Vendor the document into the project and use the file that is written: "
                  + command.fresh("vendor", "-Ddragoman.source=" + address.text())
              : "Save it in the project and use that file.";
      case ARCHIVE ->
          "Unpack it, either in each build with maven-dependency-plugin:unpack in the initialize phase, or"
              + " once manually; "
              + (element.equals("inputSpec")
                  ? "to record its source and to see what changes, vendor the unpacked file with "
                      + command.fresh("vendor", "-Ddragoman.source=FILE")
                  : "then use that file.");
    };
  }

  void refuse() throws MojoFailureException {
    if (!wrong.isEmpty()) {
      throw new MojoFailureException(String.join(System.lineSeparator(), wrong));
    }
  }
}
