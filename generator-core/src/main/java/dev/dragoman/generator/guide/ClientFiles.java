package dev.dragoman.generator.guide;

import dev.dragoman.runtime.guide.ConnectionGuide;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.markdown.MarkdownGuide;
import dev.dragoman.runtime.guide.model.ClientSection;
import dev.dragoman.runtime.guide.model.ClientSetup;
import dev.dragoman.runtime.guide.model.Guide;
import dev.dragoman.runtime.guide.model.Snippet;
import java.util.Map;
import java.util.TreeMap;

/** The guide for a server as files: all of it as Markdown, and each snippet by itself. */
public final class ClientFiles {
  /** The name of the Markdown file. */
  public static final String GUIDE = "clients.md";

  private ClientFiles() {}

  /**
   * The contents of the files by name. Files for a client are in {@code CLIENT/WAY/}, such as
   * {@code claude-code/api-key/.mcp.json}; commands are in files named after them with the suffix
   * {@code .sh}.
   */
  public static Map<String, String> of(ConnectionFacts facts) {
    Guide guide = ConnectionGuide.of(facts);
    Map<String, String> files = new TreeMap<>();
    files.put(GUIDE, MarkdownGuide.of(guide));
    for (ClientSection client : guide.clients()) {
      for (ClientSetup setup : client.setups()) {
        String folder = client.id() + "/" + setup.way().word() + "/";
        for (Snippet snippet : setup.snippets()) {
          String name = name(snippet, folder);
          if (!name.isEmpty()) {
            files.put(folder + name, snippet.text() + "\n");
          }
        }
      }
    }
    return files;
  }

  /** The name of the file; empty for text that is entered in a form. */
  private static String name(Snippet snippet, String folder) {
    return switch (snippet.kind()) {
      case FILE, SCRIPT -> snippet.title().substring(snippet.title().lastIndexOf('/') + 1);
      case SHELL -> snippet.id().substring(folder.length()) + ".sh";
      case VALUE, CHAT -> "";
    };
  }
}
