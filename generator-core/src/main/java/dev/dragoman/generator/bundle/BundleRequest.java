package dev.dragoman.generator.bundle;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to pack, as configured.
 *
 * @param target the bundle to write, a {@code .mcpb} file
 * @param serverJar the server's jar
 * @param libraries the jars on its class path
 * @param mainClass the main class; empty for the default
 * @param sharedJar whether the jar contains servers of several APIs: the default is then the
 *     generated class, and not the one in the jar's manifest
 * @param about what the bundle says about itself
 * @param arguments further flags of the server
 * @param platforms the operating systems it supports: {@code darwin}, {@code win32}, {@code linux}
 * @param javaRuntime a Java runtime to include, such as jlink's output; it is for one platform
 */
public record BundleRequest(
    Path target,
    Path serverJar,
    List<Path> libraries,
    Optional<String> mainClass,
    boolean sharedJar,
    BundleAbout about,
    List<String> arguments,
    List<String> platforms,
    Optional<Path> javaRuntime) {
  public BundleRequest {
    Objects.requireNonNull(target);
    Objects.requireNonNull(serverJar);
    libraries = List.copyOf(libraries);
    Objects.requireNonNull(mainClass);
    Objects.requireNonNull(about);
    arguments = List.copyOf(arguments);
    platforms = List.copyOf(platforms);
    Objects.requireNonNull(javaRuntime);
  }
}
