package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;

/** Every command and option is described, on lines that fit into a terminal. */
class HelpTest {
  private static final int COLUMNS = 80;

  private static Map<String, CommandLine> commands() {
    CommandLine root = Dragoman.line();
    Map<String, CommandLine> all = new TreeMap<>(root.getSubcommands());
    all.put(root.getCommandName(), root);
    return all;
  }

  @TestFactory
  Stream<DynamicTest> eachLineFits() {
    return commands().entrySet().stream()
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command.getKey(),
                    () ->
                        assertThat(command.getValue().getUsageMessage(Ansi.OFF).lines())
                            .allMatch(line -> line.length() <= COLUMNS)));
  }

  @TestFactory
  Stream<DynamicTest> everythingIsDescribed() {
    return commands().entrySet().stream()
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command.getKey(),
                    () -> {
                      var spec = command.getValue().getCommandSpec();
                      assertThat(spec.usageMessage().description()).isNotEmpty();
                      assertThat(spec.args().stream().filter(arg -> !arg.hidden()))
                          .allMatch(HelpTest::isDescribed);
                    }));
  }

  private static boolean isDescribed(ArgSpec argument) {
    return argument.description().length > 0 && !argument.description()[0].isBlank();
  }

  @Test
  void theCompletionScriptKnowsCommandsAndOptions() {
    String script = AutoComplete.bash("dragoman", Dragoman.line());
    assertThat(script)
        .contains("complete -F _complete_dragoman")
        .contains("generate", "serve", "--tool-mode", "bashcompinit");
  }
}
