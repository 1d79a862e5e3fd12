package dev.dragoman.benchmarks.tools;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.arguments.Folder;
import dev.dragoman.benchmarks.corpus.Corpus;
import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.options.OperatorChoices;
import dev.dragoman.generator.options.ToolChoices;
import dev.dragoman.generator.options.ToolMode;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.write.OutputFolders;
import dev.dragoman.runtime.mcp.tool.ToolJson;
import dev.dragoman.runtime.tool.named.ToolFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists the tools of a server for every document, one per operation. */
@Command(
    name = "tools",
    header = "Lists one tool per operation for every OpenAPI document of a folder.",
    description =
        "The lists are those that servers in toolMode operations would send; nothing is compiled."
            + " Exit code 1 when a schema contains what some client refuses.")
public final class ToolsCommand implements Callable<Integer> {
  private static final double CHARACTERS_PER_TOKEN = 3.5;
  private static final int PROBLEMS_SHOWN = 5;

  @Parameters(
      paramLabel = "DIR",
      converter = Folder.class,
      description = "The folder of the documents, as for corpus.")
  private Path folder;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Writes each list into this folder, as the result of tools/list.")
  private Path lists;

  @Override
  public Integer call() throws IOException {
    System.out.println("document\ttools\tcharacters\ttokens\tproblems");
    int failed = 0;
    int tools = 0;
    for (Corpus.Document document : Corpus.of(folder)) {
      List<ObjectNode> listed = listed(document);
      List<String> problems = ListCheck.problems(listed);
      failed += problems.isEmpty() ? 0 : 1;
      tools += listed.size();
      System.out.println(row(document, listed, problems));
      problems.stream().limit(PROBLEMS_SHOWN).forEach(text -> System.out.println("  " + text));
    }
    System.out.println(tools + " tools, " + failed + " documents with problems");
    return failed == 0 ? 0 : 1;
  }

  private List<ObjectNode> listed(Corpus.Document document) throws IOException {
    Path out = Home.emptyFolder("tools");
    OutputFolders folders = OutputFolders.below(out);
    GenerationOptions options =
        GenerationOptions.inPackage("server")
            .withOperator(
                OperatorChoices.NONE.withTools(
                    new ToolChoices(
                        Optional.of(ToolMode.OPERATIONS), Optional.empty(), List.of())));
    try {
      Generator.generate(new GenerationRequest(document.input(), options, folders, "bench"));
    } catch (GenerationException e) {
      throw new IOException(document.name() + ": " + e.getMessage(), e);
    }
    Path file = folders.resources().resolve("META-INF/dragoman/server/tools.json");
    try (InputStream stream = Files.newInputStream(file)) {
      List<ObjectNode> tools =
          ToolFile.read(stream).descriptors().stream().map(ToolJson::descriptor).toList();
      keep(document.name(), tools);
      return tools;
    } finally {
      Home.delete(out);
    }
  }

  private void keep(String document, List<ObjectNode> tools) throws IOException {
    if (lists != null) {
      Files.createDirectories(lists);
      ObjectNode result = JsonNodeFactory.instance.objectNode();
      result.putArray("tools").addAll(tools);
      Path file = lists.resolve(document.replaceAll("[^A-Za-z0-9._-]", "_") + ".json");
      Files.writeString(file, JsonMapper.shared().writeValueAsString(result));
    }
  }

  private static String row(
      Corpus.Document document, List<ObjectNode> tools, List<String> problems) {
    int characters = tools.stream().mapToInt(tool -> tool.toString().length()).sum();
    return String.format(
        Locale.ROOT,
        "%s\t%d\t%d\t%.0f\t%d",
        document.name(),
        tools.size(),
        characters,
        characters / CHARACTERS_PER_TOKEN,
        problems.size());
  }
}
