package dev.dragoman.generator.cli;

import dev.dragoman.generator.goal.ShellWord;

/** Settings as options of a command line with several documents. */
final class SeveralNames extends OptionNames {
  @Override
  public String name(String setting) {
    return setting.equals("apiName") ? "NAME" : super.name(setting);
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
