package dev.dragoman.generator;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a long run is at: nothing in its first two seconds, then plain lines, e.g. {@code
 * writing 314 files, 4 s}, each after a pause twice as long as the one before, up to 32 seconds.
 * Closed when the run ends.
 */
public final class Progress implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(32);

  private final Consumer<String> lines;
  private final Consumer<String> stages;
  private final @Nullable Timer timer;
  private final long start = System.nanoTime();
  private volatile String stage = "starting";

  private Progress(Consumer<String> lines, Consumer<String> stages, Duration pause) {
    this.lines = lines;
    this.stages = stages;
    this.timer = pause.isZero() ? null : new Timer("progress", true);
    next(pause);
  }

  private void next(Duration pause) {
    if (timer == null) {
      return;
    }
    Duration longer = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
    TimerTask task =
        new TimerTask() {
          @Override
          public void run() {
            say();
            next(longer);
          }
        };
    try {
      timer.schedule(task, pause.toMillis());
    } catch (IllegalStateException e) {
      // The run has ended meanwhile.
      stage = "done";
    }
  }

  /** Lines go to the consumer, from a thread of their own. */
  public static Progress to(Consumer<String> lines) {
    return new Progress(lines, stage -> {}, PAUSE);
  }

  static Progress to(Consumer<String> lines, Duration pause) {
    return new Progress(lines, stage -> {}, pause);
  }

  /** Says nothing. */
  public static Progress silent() {
    return stages(stage -> {});
  }

  /** Says each stage when it begins, from the thread of the run, and nothing else. */
  public static Progress stages(Consumer<String> stages) {
    return new Progress(line -> {}, stages, Duration.ZERO);
  }

  /** The run is at something else now, e.g. {@code compiling}. */
  public void at(String newStage) {
    stage = newStage;
    stages.accept(newStage);
  }

  private void say() {
    long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
    lines.accept(stage + ", " + seconds + " s");
  }

  @Override
  public void close() {
    if (timer != null) {
      timer.cancel();
    }
  }
}
