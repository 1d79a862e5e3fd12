package dev.dragoman.generator.bundle;

import java.util.Locale;
import java.util.regex.Pattern;

/** Checks a request for a registry entry against the rules of the official registry. */
final class RegistryCheck {
  private static final Pattern NAME =
      Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9.-]*[a-zA-Z0-9]/[a-zA-Z0-9][a-zA-Z0-9._-]*[a-zA-Z0-9]");
  private static final int NAME_LENGTH = 200;

  /** A registry's host, a path and a tag or digest. */
  private static final Pattern IMAGE =
      Pattern.compile(
          "[a-z0-9.-]+(:\\d+)?(/[a-z0-9._-]+)+(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127}|@sha256:[a-f0-9]{64})");

  private final BundleCheck check;

  RegistryCheck(BundleCheck check) {
    this.check = check;
  }

  void check(RegistryRequest entry) {
    if (!NAME.matcher(entry.name()).matches() || entry.name().length() > NAME_LENGTH) {
      check.wrong(
          "The registry name " + entry.name() + " is not a name in reverse-DNS format.",
          "Use a namespace that you control and a name, for example io.github.acme/acme-mcp.");
    }
    entry.bundleUrl().ifPresent(this::bundleUrl);
    entry.image().ifPresent(this::image);
    entry.remoteUrl().ifPresent(url -> check.url("URL of the hosted server", url));
    if (entry.bundleUrl().isEmpty() && entry.image().isEmpty() && entry.remoteUrl().isEmpty()) {
      check.wrong(
          "The registry entry says neither where the server can be downloaded nor where it runs.",
          "Set at least one of bundleUrl, imageName and remoteUrl.");
    }
  }

  private void bundleUrl(String url) {
    check.url("URL of the bundle", url);
    if (!url.toLowerCase(Locale.ROOT).contains("mcp")) {
      check.wrong(
          "The URL of the bundle does not contain mcp, which the registry requires: " + url + ".",
          "Keep the file's ending .mcpb.");
    }
  }

  private void image(String image) {
    if (!IMAGE.matcher(image).matches() || image.endsWith(":latest")) {
      check.wrong(
          "The image " + image + " is not a complete name with a version.",
          "Use, for example, ghcr.io/acme/acme-mcp:1.2.3.");
    }
  }
}
