package dev.dragoman.generator.goal;

import dev.dragoman.generator.InputAddress;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports URLs and archive entries that are configured where a file is required, all at once. */
final class Addresses {
  private final SettingNames names;
  private final String root;
  private final List<String> wrong = new ArrayList<>();

  /**
   * Starts without problems.
   *
   * @param base the folder that the front end resolves file names against
   */
  Addresses(SettingNames names, Path base) {
    this.names = names;
    this.root = base.toAbsolutePath() + File.separator;
  }

  void check(String setting, Optional<Path> file) {
    if (file.isEmpty()) {
      return;
    }
    String path = file.get().toString();
    String written = path.startsWith(root) ? path.substring(root.length()) : path;
    InputAddress.of(written)
        .ifPresent(
            address ->
                wrong.add(
                    "%s: %s %s"
                        .formatted(
                            names.written(setting, address.text()),
                            address.problem(),
                            advice(setting, address))));
  }

  private String advice(String setting, InputAddress address) {
    return switch (address.kind()) {
      case FILE -> "Use the plain path: " + address.path() + ".";
      case URL ->
          setting.equals("inputSpec") || setting.equals("from")
              ? "Vendor the document into the project and use the file that is written: "
                  + names.vendorCommand(address.text())
              : "Save it in the project and use that file.";
      case CLASSPATH ->
          setting.equals("inputSpec")
              ? "In a POM, add the artifact that contains it to the <dependencies> of the plugin;"
                  + " elsewhere, unpack it and use the file."
              : "Save it in the project and use that file.";
      case ARCHIVE ->
          "Unpack it, either in each build with maven-dependency-plugin:unpack in the initialize phase, or"
              + " once manually; "
              + (setting.equals("inputSpec")
                  ? "to record its source and to see what changes, vendor the unpacked file with "
                      + names.vendorCommand("FILE")
                  : "then use that file.");
    };
  }

  void refuse() {
    if (!wrong.isEmpty()) {
      throw new GoalFailure(String.join(System.lineSeparator(), wrong));
    }
  }
}
