package dev.dragoman.openapigenerator;

import dev.dragoman.generator.goal.SettingNames;
import dev.dragoman.generator.goal.ShellWord;
import java.nio.file.Path;

/** Settings as properties of the generator, and goals as commands of Dragoman's own jar. */
final class AdapterNames implements SettingNames {
  private final Path document;

  AdapterNames(Path document) {
    this.document = document;
  }

  @Override
  public String name(String setting) {
    return setting.equals("overlay") ? "overlays" : setting;
  }

  @Override
  public String written(String setting, String value) {
    return name(setting) + "=" + value;
  }

  @Override
  public String settings() {
    return "The configuration of the generator dragoman";
  }

  @Override
  public String howToNameDocument() {
    return "Set inputSpec.";
  }

  @Override
  public String command(String goal) {
    return command(goal, document.toString());
  }

  @Override
  public String vendorCommand(String source) {
    return command("vendor", source);
  }

  private static String command(String goal, String argument) {
    return "java -jar dragoman-cli-%s-all.jar %s %s"
        .formatted(AdapterOptions.version(), goal, ShellWord.quoted(argument));
  }
}
