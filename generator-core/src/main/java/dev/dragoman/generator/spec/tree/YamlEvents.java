package dev.dragoman.generator.spec.tree;

import dev.dragoman.generator.spec.problem.LocatedException;
import java.io.StringReader;
import java.util.Iterator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The events of a YAML text. Every failure of the parser becomes an error with a location. */
final class YamlEvents {
  private final String text;
  private final String file;
  private final StreamReader reader;
  private final Iterator<Event> parser;

  YamlEvents(String text, String file) {
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setLabel(file).build();
    this.text = text;
    this.file = file;
    this.reader = new StreamReader(settings, new StringReader(text));
    this.parser = new ParserImpl(settings, reader);
  }

  /**
   * The next event.
   *
   * @throws LocatedException if the text is not valid YAML from here on
   */
  Event next() {
    try {
      return parser.next();
    } catch (MarkedYamlEngineException e) {
      throw YamlFaults.of(e, file);
    } catch (ReaderException e) {
      throw YamlFaults.of(e, file, text);
    } catch (YamlEngineException e) {
      throw YamlFaults.of(e, file);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // The parser uses digits and code points before it has validated them.
      throw YamlFaults.unreadable(file, reader.getLine() + 1, reader.getColumn() + 1);
    }
  }
}
