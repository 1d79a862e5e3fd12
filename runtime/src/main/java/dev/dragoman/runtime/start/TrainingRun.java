package dev.dragoman.runtime.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A session of a server in mock mode, in a JVM that records the classes. Only {@code search} and
 * {@code execute} are called, and operations that read: tools of the server's owner may do
 * anything.
 */
final class TrainingRun {
  private static final Pattern READS = Pattern.compile("(?m)^(?:[^ ]* )?([^ :]+): GET /");
  private static final int PIPE_BYTES = 1 << 20;

  private final Method program;

  private TrainingRun(Method program) {
    this.program = program;
  }

  /**
   * Starts the server, uses it and ends this process.
   *
   * @param arguments the transport and the main class
   */
  public static void main(String[] arguments) throws Exception {
    TrainingRun run =
        new TrainingRun(Class.forName(arguments[1]).getMethod("main", String[].class));
    switch (Transport.valueOf(arguments[0])) {
      case STDIO -> run.stdio();
      case HTTP -> run.http();
    }
    System.exit(0);
  }

  private void http() throws IOException, InterruptedException {
    UrlWatch log = new UrlWatch(System.err);
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    start("--port", "0", "--mock");
    HttpSession session = new HttpSession(log.port());
    session.get("/healthz");
    session.post(Messages.INITIALIZE);
    session.post(Messages.LIST);
    String hits = session.post(Messages.SEARCH);
    session.post(Messages.execute(reading(hits.replace("\\n", "\n"))));
  }

  private void stdio() throws IOException, InterruptedException {
    PipedOutputStream questions = new PipedOutputStream();
    System.setIn(new PipedInputStream(questions, PIPE_BYTES));
    PipedInputStream answers = new PipedInputStream(PIPE_BYTES);
    System.setOut(new PrintStream(new PipedOutputStream(answers), true, StandardCharsets.UTF_8));
    Thread server = start("--stdio", "--mock");
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8));
    send(questions, Messages.INITIALIZE);
    lines.readLine();
    send(questions, Messages.INITIALIZED);
    send(questions, Messages.LIST);
    lines.readLine();
    send(questions, Messages.SEARCH);
    String hits = String.valueOf(lines.readLine());
    send(questions, Messages.execute(reading(hits.replace("\\n", "\n"))));
    lines.readLine();
    questions.close();
    server.join();
  }

  private static void send(PipedOutputStream questions, String message) throws IOException {
    questions.write((message + "\n").getBytes(StandardCharsets.UTF_8));
    questions.flush();
  }

  private Thread start(String... arguments) {
    Thread thread = new Thread(() -> call(arguments), "server");
    thread.start();
    return thread;
  }

  private void call(String... arguments) {
    try {
      program.invoke(null, (Object) arguments);
    } catch (ReflectiveOperationException e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static String reading(String hits) {
    Matcher found = READS.matcher(hits);
    return found.find() ? found.group(1) : "none";
  }
}
