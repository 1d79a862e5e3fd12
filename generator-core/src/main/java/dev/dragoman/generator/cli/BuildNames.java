package dev.dragoman.generator.cli;

import dev.dragoman.generator.goal.ShellWord;

/** Settings as options of a command line that builds a server of one document or of several. */
final class BuildNames extends OptionNames {
  private final String apiName;

  /**
   * Creates the names.
   *
   * @param apiName how the vendor's name is given
   */
  BuildNames(String apiName) {
    this.apiName = apiName;
  }

  @Override
  public String name(String setting) {
    return setting.equals("apiName") ? apiName : super.name(setting);
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
