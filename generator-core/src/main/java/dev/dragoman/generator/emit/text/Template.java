package dev.dragoman.generator.emit.text;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheFactory;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A template of the templates module, in which every value is escaped for the format of the file.
 */
final class Template {
  private static final String FOLDER = "/dev/dragoman/templates/";

  private final Mustache mustache;

  private Template(Mustache mustache) {
    this.mustache = mustache;
  }

  /** A template of a Markdown file. */
  static Template markdown(String name) {
    return load(name, new MarkdownFactory());
  }

  /** A template whose values are words that need no escaping; the caller must have checked them. */
  static Template words(String name) {
    return load(name, new WordFactory());
  }

  private static Template load(String name, MustacheFactory factory) {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Template.class.getResourceAsStream(FOLDER + name), name),
            StandardCharsets.UTF_8)) {
      return new Template(factory.compile(reader, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills in the template with the values of its names. */
  String fill(Object values) {
    StringWriter text = new StringWriter();
    mustache.execute(text, values);
    return text.toString();
  }

  /**
   * Escapes text of the document for Markdown: no markup, no HTML, no line breaks, no cell borders.
   */
  private static final class MarkdownFactory extends DefaultMustacheFactory {
    @Override
    public void encode(String value, Writer writer) {
      try {
        writer.write(MarkdownText.encode(value));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Writes values unchanged. */
  private static final class WordFactory extends DefaultMustacheFactory {
    @Override
    public void encode(String value, Writer writer) {
      try {
        writer.write(value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
