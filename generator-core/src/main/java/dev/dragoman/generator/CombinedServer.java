package dev.dragoman.generator;

import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.emit.java.CombinedEmitter;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.name.JavaIdentifiers;
import dev.dragoman.generator.write.OutputFolders;
import dev.dragoman.generator.write.OutputWriter;
import java.io.IOException;
import java.util.List;

/**
 * The main class of a server of several APIs, each of which is generated as well.
 *
 * @param name the server's own name
 * @param packageName package of the class
 * @param folders where it is written
 */
public record CombinedServer(String name, String packageName, OutputFolders folders) {

  /** The name of the class. */
  public String mainClass() {
    return packageName + "." + className();
  }

  private String className() {
    return JavaIdentifiers.typeName(name, "Combined") + "Server";
  }

  private static CombinedEmitter.Part part(GenerationOptions api) {
    String vendor = api.apiName().orElseThrow();
    String apiClass = JavaIdentifiers.typeName(vendor, "Vendor") + "Api";
    return new CombinedEmitter.Part(vendor, api.packageName(), apiClass);
  }

  /**
   * Writes the class, in place of that of an earlier run.
   *
   * @param apis the requests of all APIs, each with a name
   * @return what was written
   * @throws IOException if it cannot be written
   */
  public OutputWriter.Outcome write(List<GenerationRequest> apis) throws IOException {
    return new OutputWriter(folders).write(files(apis));
  }

  /**
   * The changes that writing the class would make, as {@link OutputCheck} lists them.
   *
   * @param apis the requests of all APIs, each with a name
   * @throws IOException if a file cannot be read
   */
  public List<String> differences(List<GenerationRequest> apis) throws IOException {
    return new OutputWriter(folders).differences(files(apis));
  }

  private List<GeneratedFile> files(List<GenerationRequest> apis) {
    List<CombinedEmitter.Part> parts = apis.stream().map(api -> part(api.options())).toList();
    return List.of(CombinedEmitter.emit(name, packageName, className(), parts));
  }

  /**
   * Deletes the class of an earlier run, if there was one.
   *
   * @throws IOException if it cannot be deleted
   */
  public static void delete(OutputFolders folders) throws IOException {
    new OutputWriter(folders).write(List.of());
  }

  /**
   * The class of an earlier run, as a file that is no longer generated; empty if there is none.
   *
   * @throws IOException if the list of written files cannot be read
   */
  public static List<String> leftOver(OutputFolders folders) throws IOException {
    return new OutputWriter(folders).differences(List.of());
  }
}
