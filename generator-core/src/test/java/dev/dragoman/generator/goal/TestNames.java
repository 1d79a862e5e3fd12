package dev.dragoman.generator.goal;

/** Names as in a configuration file. */
final class TestNames implements SettingNames {
  @Override
  public String name(String setting) {
    return "<" + setting + ">";
  }

  @Override
  public String written(String setting, String value) {
    return "<" + setting + ">" + value;
  }

  @Override
  public String settings() {
    return "The configuration";
  }

  @Override
  public String howToNameDocument() {
    return "Name one.";
  }

  @Override
  public String command(String goal) {
    return "run " + goal;
  }

  @Override
  public String vendorCommand(String source) {
    return "run vendor " + source;
  }
}
