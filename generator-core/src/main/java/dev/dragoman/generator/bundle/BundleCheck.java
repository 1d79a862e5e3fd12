package dev.dragoman.generator.bundle;

import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks a request for a bundle; all problems are reported at once. */
final class BundleCheck {
  private static final Location POM = Location.file("pom.xml");

  /** Semantic Versioning 2.0.0. */
  private static final Pattern VERSION =
      Pattern.compile("\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?");

  /** Arguments pass through a script and, on Windows, through a command interpreter. */
  private static final Pattern ARGUMENT = Pattern.compile("[A-Za-z0-9_./:=,@~+-]*");

  private static final Pattern CLASS_NAME =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");
  private static final Set<String> PLATFORMS = Set.of("darwin", "win32", "linux");
  private static final Set<String> TRANSPORTS = Set.of("--stdio", "--http", "--port");
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private final Problems problems;

  BundleCheck(Problems problems) {
    this.problems = problems;
  }

  void check(BundleRequest request) {
    if (!Files.isRegularFile(request.serverJar())) {
      wrong(
          "The server's jar does not exist: " + request.serverJar() + ".",
          "Run the goal in the package phase or later, for example mvn package.");
    }
    for (Path library : request.libraries()) {
      if (!Files.isRegularFile(library)) {
        wrong(
            "A library is not a jar: " + library + ".",
            "In a build of several modules, run the package phase or a later one.");
      }
    }
    request.mainClass().ifPresent(this::mainClass);
    request.arguments().forEach(this::argument);
    platforms(request.platforms());
    about(request.about());
    request.javaRuntime().ifPresent(this::javaRuntime);
  }

  private void mainClass(String name) {
    if (!CLASS_NAME.matcher(name).matches()) {
      wrong(
          "The main class " + name + " cannot be used in a script.", "Rename it or set mainClass.");
    }
  }

  private void argument(String argument) {
    if (!ARGUMENT.matcher(argument).matches()) {
      wrong(
          "The server argument \"" + argument + "\" contains characters with a meaning in scripts.",
          "Use letters, digits and . _ - / : = , @ ~ + only; ~/ is the user's home folder.");
    } else if (TRANSPORTS.contains(argument.replaceFirst("=.*", ""))) {
      wrong("A bundle's server uses --stdio, not " + argument + ".", "Remove the argument.");
    }
  }

  private void platforms(List<String> platforms) {
    if (platforms.isEmpty() || !PLATFORMS.containsAll(platforms)) {
      wrong(
          "The platforms of a bundle are " + String.join(", ", platforms) + ".",
          "Use one or more of darwin, win32, linux.");
    }
  }

  private void about(BundleAbout about) {
    if (!VERSION.matcher(about.version()).matches()) {
      wrong(
          "The version " + about.version() + " is not a semantic version such as 1.2.3.",
          "Set bundleVersion.");
    }
    about.icon().ifPresent(this::icon);
    about.author().url().ifPresent(url -> url("author's URL", url));
    about.homepage().ifPresent(url -> url("home page", url));
    about.documentation().ifPresent(url -> url("documentation", url));
    about.support().ifPresent(url -> url("support page", url));
    about.repository().ifPresent(url -> url("repository", url));
    about.privacyPolicies().forEach(url -> url("privacy policy", url));
    about
        .author()
        .email()
        .filter(email -> !email.matches("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"))
        .ifPresent(email -> wrong("Not an email address: " + email + ".", "Correct the author."));
  }

  private void icon(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      if (!Arrays.equals(in.readNBytes(PNG.length), PNG)) {
        wrong("The icon " + file + " is not a PNG file.", "Use a PNG, best of 512 by 512 pixels.");
      }
    } catch (IOException e) {
      wrong("The icon " + file + " cannot be read.", "Set icon to a PNG file.");
    }
  }

  private void javaRuntime(Path folder) {
    if (!Files.isRegularFile(folder.resolve("bin/java"))
        && !Files.isRegularFile(folder.resolve("bin/java.exe"))) {
      wrong(
          "The Java runtime " + folder + " does not contain bin/java or bin/java.exe.",
          "Set javaRuntime to the output folder of jlink.");
    }
  }

  void url(String what, String url) {
    try {
      URI parsed = new URI(url);
      if (parsed.getHost() != null && "https".equals(parsed.getScheme())) {
        return;
      }
    } catch (URISyntaxException e) {
      // Reported below, like a URL with another scheme.
    }
    wrong("The " + what + " is not an https URL: " + url + ".", "Use an absolute https URL.");
  }

  void wrong(String message, String hint) {
    problems.error("DRG-BUNDLE-001", POM, message, hint);
  }
}
