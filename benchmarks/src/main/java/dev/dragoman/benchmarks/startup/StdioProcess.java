package dev.dragoman.benchmarks.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A process that responds line by line, and the time since its start. */
final class StdioProcess implements AutoCloseable {
  private final long start = System.nanoTime();
  private final Process process;
  private final BufferedReader answers;
  private final OutputStream questions;

  StdioProcess(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    questions = process.getOutputStream();
  }

  void send(String line) throws IOException {
    questions.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    questions.flush();
  }

  /**
   * Reads a line.
   *
   * @return milliseconds since the start of the process
   * @throws IOException if the line does not contain this text
   */
  double await(String expected) throws IOException {
    String line = answers.readLine();
    if (line == null || !line.contains(expected)) {
      throw new IOException("expected " + expected + " in: " + line);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
