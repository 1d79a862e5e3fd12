package dev.dragoman.generator.goal;

/** How users write settings and run goals, for messages. */
public interface SettingNames {
  /**
   * The name of a setting.
   *
   * @param setting the name in a configuration file, e.g. {@code packageName}
   * @return for example {@code <packageName>} in a POM
   */
  String name(String setting);

  /** A setting with its value, for example {@code <packageName>com.example</packageName>}. */
  String written(String setting, String value);

  /** What contains the settings, for example "The configuration of dragoman-maven-plugin". */
  String settings();

  /** How to name a document, as a sentence; said if there is none. */
  String howToNameDocument();

  /** What to do about two APIs of the same name, as a sentence. */
  default String howToTellApart() {
    return "Set " + name("apiName") + " and " + name("packageName") + " of one of them.";
  }

  /** The command that runs another goal, e.g. {@code accept}, for the same document. */
  String command(String goal);

  /** The command that adds the document at an address to the project. */
  String vendorCommand(String source);
}
