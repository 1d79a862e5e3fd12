package dev.dragoman.benchmarks.hostile;

import dev.dragoman.runtime.text.VisibleText;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a server that was built from a hostile document: sources, classes, report and behavior.
 */
final class ServerChecks {
  private static final int LOAD_SECONDS = 20;

  private final Path spec;
  private final Path out;
  private final Path folder;
  private final Expectation expectation;
  private final List<String> faults = new ArrayList<>();

  /**
   * Creates the checks of one server.
   *
   * @param out the output folder of the command line
   * @param folder a folder for files of the checks
   */
  ServerChecks(Path spec, Path out, Path folder, Expectation expectation) {
    this.spec = spec;
    this.out = out;
    this.folder = folder;
    this.expectation = expectation;
  }

  List<String> faults() throws IOException, InterruptedException, ClassNotFoundException {
    Path jar = out.resolve("server.jar");
    sources();
    compiler();
    archive(jar);
    load(jar);
    JsonNode report = report();
    if (expectation.neverDefault()) {
      address(report);
    }
    SpecTexts texts = SpecTexts.read(spec);
    faults.addAll(ReadBack.faults(jar, texts, report));
    faults.addAll(new ToolChecks(jar, folder, texts, expectation).faults());
    return faults;
  }

  private void sources() throws IOException {
    for (Path source : javaFiles()) {
      String text = Files.readString(source);
      if (!VisibleText.of(text).equals(text) || expectation.forbiddenIn(text) >= 0) {
        faults.add(source.getFileName() + " holds what cannot be seen");
      }
    }
  }

  /** The server must not contain the URL, and a warning must say that it was left out. */
  private void address(JsonNode report) throws IOException {
    JsonNode document = JsonMapper.shared().readTree(Files.readString(spec));
    String host = URI.create(document.at("/servers/0/url").asString("")).getHost();
    for (Path source : javaFiles()) {
      if (Files.readString(source).contains(host)) {
        faults.add(source.getFileName() + " contains the address " + host);
      }
    }
    if (!report.path("warnings").toString().contains(host)) {
      faults.add("no warning says that " + host + " is left out");
    }
  }

  private List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(out.resolve("generated/sources"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  /** Compiles with every lint enabled. */
  private void compiler() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    String libraries;
    try (Stream<Path> jars = Files.list(out.resolve("lib"))) {
      libraries = String.join(File.pathSeparator, jars.map(Path::toString).toList());
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
      compiler
          .getTask(
              null,
              files,
              messages,
              List.of("-Xlint:all,-processing", "-d", classes.toString(), "-cp", libraries),
              null,
              files.getJavaFileObjectsFromPaths(javaFiles()))
          .call();
    }
    messages.getDiagnostics().forEach(message -> faults.add("javac: " + message));
  }

  private void archive(Path jar) throws IOException {
    try (JarFile archive = new JarFile(jar.toFile())) {
      String main = archive.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
      String mainClass = main.replace('.', '/') + ".class";
      for (ZipEntry entry : archive.stream().toList()) {
        String name = entry.getName();
        if (name.startsWith("/") || name.contains("..") || name.contains("\\")) {
          faults.add("the archive holds " + name);
        }
        if (name.endsWith(".class")) {
          ClassCalls.forbidden(archive.getInputStream(entry).readAllBytes()).stream()
              // The main class exits with the server's exit code.
              .filter(call -> !(call.equals("java/lang/System.exit") && name.equals(mainClass)))
              .forEach(call -> faults.add(name + " calls " + call));
        }
      }
    }
  }

  private void load(Path jar) throws IOException, InterruptedException {
    String classPath =
        jar + File.pathSeparator + Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    WatchedJava.Outcome outcome =
        new WatchedJava(folder, folder)
            .run(
                List.of("-cp", classPath, LoadProbe.class.getName(), jar.toString()), LOAD_SECONDS);
    if (outcome.code() != 0 || !outcome.telling().isEmpty()) {
      faults.add("loading: " + outcome.output().strip() + " " + outcome.telling());
    }
  }

  private JsonNode report() throws IOException {
    List<Path> reports;
    try (Stream<Path> files = Files.list(out.resolve("generated/reports"))) {
      reports = files.filter(file -> file.toString().endsWith(".json")).toList();
    }
    if (reports.size() != 1) {
      faults.add(reports.size() + " reports");
      return JsonMapper.shared().createObjectNode();
    }
    JsonNode report = JsonMapper.shared().readTree(reports.get(0));
    JsonNode suspicious = report.path("suspicious");
    boolean located =
        suspicious.values().stream().anyMatch(one -> !one.path("pointer").asString("").isEmpty());
    if (expectation.wantsWarning() && !located) {
      faults.add("no warning of suspicious text with a pointer");
    }
    boolean both =
        suspicious.values().stream()
            .anyMatch(one -> one.path("message").asString("").contains("(#/"));
    if (expectation.namesBoth() && !both) {
      faults.add("no warning names both places");
    }
    return report;
  }
}
