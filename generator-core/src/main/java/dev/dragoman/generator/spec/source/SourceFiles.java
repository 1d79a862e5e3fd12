package dev.dragoman.generator.spec.source;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.overlay.Overlay;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.problem.LocatedException;
import dev.dragoman.generator.spec.problem.SpecProblem;
import dev.dragoman.generator.spec.tree.DocumentParser;
import dev.dragoman.generator.spec.tree.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The document and the files to which it refers, each read once. Never opens a file outside the
 * root folder, not even through a symbolic link, and never fetches anything: a vendor's document
 * must not be able to read the operator's files or send requests from the build.
 */
public final class SourceFiles {
  /** Identifiers without a location (RFC 8141, RFC 4151), which cannot be fetched. */
  private static final Pattern NAME_ONLY = Pattern.compile("(?i)(urn|tag):.*");

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

  private final Path document;
  private final Path folder;
  private final Path root;
  private final long limit;
  private final DocumentParser parser;
  private final SourceFile entry;
  private final Set<Path> overlays = new HashSet<>();
  private final List<SourceFile> opened = new ArrayList<>();
  private final Map<Path, SourceFile> byPath = new HashMap<>();
  private final Map<Path, LocatedException> faults = new HashMap<>();
  private final Map<String, SourceFile> byName = new HashMap<>();
  private final ReadFiles files = new ReadFiles();
  private long bytes;

  /**
   * Reads the document itself.
   *
   * @throws LocatedException if it cannot be read
   */
  public SourceFiles(Path document, ReadOptions options, Problems problems) {
    ReadLimits limits = ReadLimits.DEFAULT.withBytes(options.maxBytes());
    this.document = document;
    this.limit = limits.bytes();
    this.parser = new DocumentParser(limits, problems);
    String text = files.read(document, document.toString(), limit);
    Path path = real(document);
    this.folder = Objects.requireNonNull(path.getParent());
    this.root = options.root().map(SourceFiles::real).orElse(folder);
    Json written = parser.parse(text, document.toString());
    this.bytes = size(path);
    Json overlaid = overlaid(written, options.overlays(), problems);
    this.entry = new SourceFile(path, document.toString(), "", overlaid);
    remember(entry);
    // References in an overlay are resolved as if they were in the document.
    options.overlays().forEach(overlay -> byName.put(overlay.toString(), entry));
  }

  /** The document after its overlays have been applied, in order. */
  private Json overlaid(Json written, List<Path> given, Problems problems) {
    Json changed = written;
    for (Path file : given) {
      Json overlay = parser.parse(files.read(file, file.toString(), limit), file.toString());
      overlays.add(real(file));
      changed = Overlay.read(overlay, problems).apply(changed, problems);
    }
    problems.throwIfErrors();
    return changed;
  }

  /** The document itself, after its overlays have been applied. */
  public SourceFile entry() {
    return entry;
  }

  /** All files that were looked for, with symbolic links resolved, the document first. */
  public ReadFiles files() {
    return files;
  }

  /** The files that have been read so far, except for overlays. */
  List<SourceFile> opened() {
    return Collections.unmodifiableList(opened);
  }

  /** The contents of all files that could be read. */
  public List<Json> roots() {
    return files.paths().stream()
        .map(byPath::get)
        .filter(Objects::nonNull)
        .map(SourceFile::root)
        .toList();
  }

  /** The file that contains a location. */
  SourceFile of(Location location) {
    return Objects.requireNonNull(byName.get(location.file()));
  }

  /**
   * The file to which a reference refers.
   *
   * @param file the part of the reference before the fragment, percent-decoded
   * @throws LocatedException if the reference must not or cannot be followed, or the file cannot be
   *     read; in the latter case with a location in that file
   */
  SourceFile open(SourceFile from, String file, Location reference) {
    Path path = inside(from, file, reference);
    LocatedException fault = faults.get(path);
    if (fault != null) {
      throw fault;
    }
    SourceFile known = byPath.get(path);
    return known == null ? read(path) : known;
  }

  /**
   * The path of a referenced file. It is checked before and after symbolic links are resolved: the
   * first check keeps the message from revealing whether a file outside the folder exists.
   */
  private Path inside(SourceFile from, String file, Location reference) {
    if (NAME_ONLY.matcher(file).matches()) {
      throw new LocatedException(
          SpecProblem.DANGLING_REFERENCE,
          reference,
          "The reference \"%s\" cannot be resolved: no schema has this $id.".formatted(file),
          "Add the schema or fix the reference.");
    }
    if (SCHEME.matcher(file).matches() || file.startsWith("/") || file.startsWith("\\")) {
      throw new LocatedException(
          SpecProblem.EXTERNAL_REFERENCE,
          reference,
          "The reference to \"%s\" is not relative and is not followed.".formatted(file),
          "Save the target next to the document and reference that file.");
    }
    try {
      Path path = Objects.requireNonNull(from.path().getParent()).resolve(file).normalize();
      checkInside(path, file, reference);
      if (!Files.isRegularFile(path)) {
        files.missing(path);
        throw new LocatedException(
            SpecProblem.MISSING_FILE,
            reference,
            "The referenced file \"%s\" does not exist.".formatted(file),
            "Add the file or fix the reference.");
      }
      Path real = real(path);
      checkInside(real, file, reference);
      checkNoOverlay(real, file, reference);
      return real;
    } catch (InvalidPathException e) {
      throw new LocatedException(
          SpecProblem.DANGLING_REFERENCE,
          reference,
          "The reference \"%s\" is not a valid file name.".formatted(file),
          "Fix the reference.");
    }
  }

  private void checkInside(Path path, String file, Location reference) {
    if (!path.startsWith(root)) {
      throw new LocatedException(
          SpecProblem.EXTERNAL_REFERENCE,
          reference,
          "The reference to \"%s\" points outside the document's folder.".formatted(file),
          "Move the file next to the document, or set a folder that contains both as the root of"
              + " references.");
    }
  }

  /**
   * The contents of an overlay are trusted as the operator's own; the document must not reference
   * them.
   */
  private void checkNoOverlay(Path path, String file, Location reference) {
    if (overlays.contains(path)) {
      throw new LocatedException(
          SpecProblem.EXTERNAL_REFERENCE,
          reference,
          "The reference to \"%s\" points to an overlay.".formatted(file),
          "Overlays may only contain changes; reference another file.");
    }
  }

  /**
   * Reads a file. A failure is remembered, so that each further reference to the file fails in the
   * same way.
   */
  private SourceFile read(Path path) {
    String key = folder.relativize(path).toString().replace('\\', '/');
    String name = document.resolveSibling(key).toString();
    try {
      Json value = parser.parse(files.read(path, name, limit - bytes), name);
      bytes += size(path);
      SourceFile source = new SourceFile(path, name, key, value);
      remember(source);
      return source;
    } catch (LocatedException e) {
      faults.put(path, e);
      throw e;
    }
  }

  private void remember(SourceFile source) {
    opened.add(source);
    byPath.put(source.path(), source);
    byName.put(source.name(), source);
  }

  /** The path with symbolic links resolved. */
  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new LocatedException(
          SpecProblem.FILE, Location.file(path.toString()), "No such file or folder.", "");
    }
  }

  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      return 0;
    }
  }
}
