package dev.dragoman.runtime.guide.client;

import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.model.ClientSection;
import dev.dragoman.runtime.guide.model.ClientSetup;
import dev.dragoman.runtime.guide.model.Snippet;
import dev.dragoman.runtime.guide.model.Step;
import dev.dragoman.runtime.guide.model.Text;
import dev.dragoman.runtime.guide.model.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the ways to connect one client. */
final class SectionBuilder {
  private final ConnectionFacts facts;
  private final String id;
  private final String name;
  private final List<ClientSetup> setups = new ArrayList<>();

  SectionBuilder(ConnectionFacts facts, String id, String name) {
    this.facts = facts;
    this.id = id;
    this.name = name;
  }

  /** Starts a way to connect. */
  Setup way(Way way) {
    return new Setup(way);
  }

  /**
   * The section.
   *
   * @param missing what the client needs that this server lacks; used if no way was added
   */
  ClientSection build(String missing, Object... arguments) {
    return new ClientSection(
        id,
        name,
        setups,
        setups.isEmpty() ? Optional.of(Text.of(missing, arguments)) : Optional.empty());
  }

  /** Collects the steps of one way. */
  final class Setup {
    private final Way way;
    private final List<Step> steps = new ArrayList<>();
    private final List<Text> hints = new ArrayList<>();

    private Setup(Way way) {
      this.way = way;
    }

    Setup step(String template, Object... arguments) {
      steps.add(Step.of(template, arguments));
      return this;
    }

    Setup step(Text text, Snippet... snippets) {
      steps.add(new Step(text, snippets));
      return this;
    }

    Setup step(Step step) {
      steps.add(step);
      return this;
    }

    Setup hint(String template, Object... arguments) {
      hints.add(Text.of(template, arguments));
      return this;
    }

    /** Reminds people of the variables that the snippets read. */
    Setup keyStep() {
      steps.add(new Step(KeyWords.inVariables("Make sure that ", facts, ".")));
      return this;
    }

    /** What to change for full access, in a file that states the access mode. */
    Setup accessHint() {
      if (facts.allowsWrites()) {
        hint("To allow changes, write `full-access` instead of `read-only`.");
      }
      return this;
    }

    /** Commands for a terminal. */
    Snippet shell(String suffix, String text) {
      return new Snippet(idOf(suffix), Snippet.Kind.SHELL, "Terminal", "sh", text);
    }

    Snippet json(String path, String text) {
      return new Snippet(idOf("file"), Snippet.Kind.FILE, path, "json", text);
    }

    Snippet toml(String path, String text) {
      return new Snippet(idOf("file"), Snippet.Kind.FILE, path, "toml", text);
    }

    Snippet value(String suffix, String title, String text) {
      return new Snippet(idOf(suffix), Snippet.Kind.VALUE, title, "text", text);
    }

    private String idOf(String suffix) {
      return id + "-" + way.word() + "-" + suffix;
    }

    SectionBuilder end() {
      setups.add(new ClientSetup(way, steps, hints));
      return SectionBuilder.this;
    }
  }
}
