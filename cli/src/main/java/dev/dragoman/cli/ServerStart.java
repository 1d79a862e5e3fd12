package dev.dragoman.cli;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * Starts a server in this process, so that no process is left if a client kills this one. Its
 * classes come from its own jar and the libraries beside it; it sees none of this program's.
 */
final class ServerStart {
  private ServerStart() {}

  /**
   * Runs the main method of a server's jar.
   *
   * @throws IOException if the jar cannot be started
   */
  static void run(Path jar, List<String> arguments) throws IOException {
    // Never closed: the server loads classes as long as it runs.
    URLClassLoader loader =
        new URLClassLoader(
            "server", new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    try {
      Class.forName(mainClass(jar), true, loader)
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments.toArray(String[]::new));
    } catch (InvocationTargetException e) {
      throw new IOException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IOException(e);
    }
  }

  private static String mainClass(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
    }
  }
}
