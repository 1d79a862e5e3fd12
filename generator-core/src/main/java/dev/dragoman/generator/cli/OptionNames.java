package dev.dragoman.generator.cli;

import dev.dragoman.generator.goal.SettingNames;
import java.util.Locale;

/** Settings as options of a command line. */
public abstract class OptionNames implements SettingNames {
  @Override
  public String name(String setting) {
    return switch (setting) {
      case "inputSpec" -> "FILE";
      case "apiName" -> "--name";
      case "packageName" -> "--package";
      case "configFile" -> "--config";
      case "lockFile" -> "--lock";
      case "specRoot" -> "--root";
      default -> "--" + setting.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    };
  }

  @Override
  public final String written(String setting, String value) {
    return name(setting) + " " + value;
  }

  @Override
  public final String settings() {
    return "The command line";
  }
}
