package dev.dragoman.generator.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.generator.problem.GenerationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerBundleTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};

  @TempDir Path folder;
  private Packed packed;

  @BeforeEach
  void jars() throws IOException {
    packed = new Packed(folder);
  }

  @Test
  void theArchiveContainsManifestLaunchersServerAndLibraries() throws IOException {
    packed.icon = Optional.of(Files.write(folder.resolve("lamp-512.png"), PNG));

    Map<String, byte[]> files = packed.files();

    assertThat(files.keySet())
        .containsExactly(
            "icon.png",
            "manifest.json",
            "server/launch.cmd",
            "server/launch.sh",
            "server/lib/library-1.jar",
            "server/server.jar");
    assertThat(files.get("server/server.jar")).isEqualTo(Files.readAllBytes(packed.jar));
    assertThat(files.get("icon.png")).isEqualTo(PNG);
    assertThat(packed.manifest().path("icon").asString()).isEqualTo("icon.png");
  }

  /** Neither the time, the time zone nor the times of the files matter. */
  @Test
  void theSameInputMakesTheSameBytes() throws IOException {
    packed.prepare().write();
    byte[] first = Files.readAllBytes(packed.target());
    Files.setLastModifiedTime(packed.jar, FileTime.fromMillis(1_000_000_000L));
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      packed.prepare().write();
    } finally {
      TimeZone.setDefault(before);
    }

    assertThat(Arrays.equals(Files.readAllBytes(packed.target()), first)).isTrue();
  }

  @Test
  void anotherLibraryMakesOtherBytes() throws IOException {
    packed.prepare().write();
    byte[] first = Files.readAllBytes(packed.target());
    packed.libraries.add(
        Files.write(folder.resolve("library-2.jar"), Packed.jar(null, "c/D.class")));
    packed.prepare().write();

    assertThat(Arrays.equals(Files.readAllBytes(packed.target()), first)).isFalse();
  }

  /** Info-ZIP restores permissions, as the tools of the format do. */
  @Test
  void launchersCanBeRunAfterUnpacking() throws Exception {
    packed.prepare().write();
    Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
    Process unzip =
        new ProcessBuilder("unzip", "-q", packed.target().toString(), "-d", unpacked.toString())
            .inheritIO()
            .start();

    assertThat(unzip.waitFor()).isZero();
    assertThat(mode(unpacked.resolve("server/launch.sh"))).isEqualTo("rwxr-xr-x");
    assertThat(mode(unpacked.resolve("server/launch.cmd"))).isEqualTo("rwxr-xr-x");
    assertThat(mode(unpacked.resolve("manifest.json"))).isEqualTo("rw-r--r--");
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void theLaunchersNameTheMainClass() throws IOException {
    assertThat(launcher())
        .contains(" -cp 'server.jar:lib/*' com.example.LampServer --stdio \"$@\"");

    packed.jar = Files.write(folder.resolve("own.jar"), Packed.jar("org.acme.Own"));
    assertThat(launcher()).contains(" org.acme.Own --stdio");

    packed.sharedJar = true;
    assertThat(launcher()).contains(" com.example.LampServer --stdio");

    packed.mainClass = Optional.of("org.acme.Chosen");
    assertThat(launcher()).contains(" org.acme.Chosen --stdio");
  }

  private String launcher() throws IOException {
    return new String(packed.files().get("server/launch.sh"), StandardCharsets.UTF_8);
  }

  @Test
  void theScriptForWindowsHasItsLineEnds() throws IOException {
    String script = new String(packed.files().get("server/launch.cmd"), StandardCharsets.UTF_8);

    assertThat(script).contains("com.example.LampServer").contains("\r\n");
    assertThat(script.replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void aJarWithItsLibrariesIsPackedAlone() throws IOException {
    packed.jar =
        Files.write(
            folder.resolve("one.jar"),
            Packed.jar(null, "dev/dragoman/runtime/server/McpServer.class"));

    assertThat(packed.files().keySet()).noneMatch(name -> name.startsWith("server/lib/"));
  }

  @Test
  void librariesOfOneFileNameAreAllKept() throws IOException {
    for (String group : List.of("one", "two")) {
      Path other = Files.createDirectories(folder.resolve(group)).resolve("library-1.jar");
      packed.libraries.add(Files.write(other, Packed.jar(null, group + "/E.class")));
    }

    assertThat(packed.files().keySet())
        .contains(
            "server/lib/library-1.jar", "server/lib/2-library-1.jar", "server/lib/3-library-1.jar");
  }

  @Test
  void aJavaRuntimeIsIncludedWithItsPermissions() throws Exception {
    Path runtime = Files.createDirectories(folder.resolve("image"));
    Path java =
        Files.writeString(Files.createDirectories(runtime.resolve("bin")).resolve("java"), "");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectories(runtime.resolve("lib"));
    Files.writeString(runtime.resolve("lib/modules"), "m");
    packed.javaRuntime = Optional.of(runtime);

    assertThat(packed.files().keySet())
        .contains("server/runtime/bin/java", "server/runtime/lib/modules");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceAndNothingIsWritten() throws IOException {
    packed.jar = folder.resolve("missing.jar");
    packed.libraries.add(folder);
    packed.version = "1";
    packed.mainClass = Optional.of("com.example.Main; rm -rf /");
    packed.arguments = List.of("--confirm", "a b", "--http", "${user_config.api_key}", "%PATH%");
    packed.platforms = List.of("macos");
    packed.icon = Optional.of(Files.writeString(folder.resolve("icon.svg"), "<svg/>"));
    packed.javaRuntime = Optional.of(folder);
    packed.homepage = Optional.of("http://lamp.example");
    packed.privacyPolicies = List.of("privacy.html");
    packed.author =
        new BundleAbout.Author(Optional.empty(), Optional.of("nobody"), Optional.empty());

    assertThatThrownBy(() -> packed.prepare())
        .isInstanceOf(GenerationException.class)
        .message()
        .contains("jar does not exist", "mvn package", "library is not a jar", "semantic version")
        .contains("main class", "\"a b\"", "--stdio, not --http", "\"${user_config.api_key}\"")
        .contains("\"%PATH%\"", "macos", "not a PNG", "bin/java", "home page", "privacy policy")
        .contains("email address")
        .doesNotContain("\"--confirm\"");
    assertThat(packed.target()).doesNotExist();
  }

  @Test
  void anEarlierBundleStaysIfTheRegistryEntryIsWrong() throws IOException {
    packed.prepare().write();
    byte[] before = Files.readAllBytes(packed.target());
    packed.version = "2.0.0";
    packed.registry =
        Optional.of(
            new RegistryRequest(
                folder.resolve("server.json"),
                "no-slash",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false));

    assertThatThrownBy(() -> packed.prepare()).isInstanceOf(GenerationException.class);
    assertThat(Files.readAllBytes(packed.target())).isEqualTo(before);
  }

  @Test
  void vendorTextReachesNoScriptAndNoCommand() throws IOException {
    String hostile = "Lamp $(touch a/b) `id` ${user_config.api_key} %PATH% \\u202Eevil";
    packed.spec = Packed.SPEC.replace("title: Lamp API", "title: \"" + hostile + "\"");

    Map<String, byte[]> files = packed.files();

    for (String script : Set.of("server/launch.sh", "server/launch.cmd")) {
      assertThat(new String(files.get(script), StandardCharsets.UTF_8))
          .doesNotContain("$(touch", "`id`", "user_config", "a/b", "%PATH%");
    }
    assertThat(packed.manifest().path("server").toString()).doesNotContain("touch a", "evil", "`");
    assertThat(new String(files.get("manifest.json"), StandardCharsets.UTF_8))
        .doesNotContain("\\u202e", "\u202E");
  }
}
