package dev.dragoman.generator.testing;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;

/** Loads the classes of a compilation, which are in memory, and what further folders contain. */
public class CompiledClasses extends URLClassLoader {
  private static final String OUTPUT = "/CLASS_OUTPUT/";

  /** Class files by their path. */
  private final Map<String, byte[]> files;

  /**
   * The classes of a compilation.
   *
   * @param parent loads what the compilation was compiled against
   * @param more folders of further classes and resources
   */
  public CompiledClasses(Compilation compilation, ClassLoader parent, URL... more) {
    super(more, parent);
    this.files = files(compilation);
  }

  private static Map<String, byte[]> files(Compilation compilation) {
    Map<String, byte[]> files = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        files.put(file.toUri().getPath().substring(OUTPUT.length()), bytes(file));
      }
    }
    return files;
  }

  private static byte[] bytes(JavaFileObject file) {
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the class files of a compilation below a folder, for a process of its own. */
  public static Path write(Compilation compilation, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files(compilation).entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
    return folder;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] file = files.get(name.replace('.', '/') + ".class");
    return file == null ? super.findClass(name) : defineClass(name, file, 0, file.length);
  }
}
