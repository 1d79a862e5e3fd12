package dev.dragoman.generator.cli;

import dev.dragoman.generator.goal.SettingNames;
import dev.dragoman.generator.goal.ShellWord;
import java.util.Locale;

/** Settings as options of a command line with several documents. */
final class SeveralNames implements SettingNames {
  @Override
  public String name(String setting) {
    return switch (setting) {
      case "inputSpec" -> "FILE";
      case "apiName" -> "NAME";
      case "packageName" -> "--package";
      case "configFile" -> "--config";
      case "specRoot" -> "--root";
      default -> "--" + setting.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    };
  }

  @Override
  public String written(String setting, String value) {
    return name(setting) + " " + value;
  }

  @Override
  public String settings() {
    return "The command line";
  }

  @Override
  public String howToNameDocument() {
    return "Name the documents.";
  }

  @Override
  public String howToTellApart() {
    return "Name one of them: NAME=FILE.";
  }

  @Override
  public String command(String goal) {
    return "dragoman " + goal + " FILE";
  }

  @Override
  public String vendorCommand(String source) {
    return "dragoman vendor " + ShellWord.quoted(source);
  }
}
