package dev.dragoman.generator;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reports the stage of a long run: nothing in the first two seconds, then plain lines such as
 * {@code writing 314 files, 4 s}, each after twice the previous pause, up to 32 seconds. Closed
 * when the run ends.
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
      // The run has ended in the meantime.
      stage = "done";
    }
  }

  /** Sends lines to the consumer, from a separate thread. */
  public static Progress to(Consumer<String> lines) {
    return new Progress(lines, stage -> {}, PAUSE);
  }

  static Progress to(Consumer<String> lines, Duration pause) {
    return new Progress(lines, stage -> {}, pause);
  }

  /** Reports nothing. */
  public static Progress silent() {
    return stages(stage -> {});
  }

  /** Reports only the start of each stage, on the thread of the run. */
  public static Progress stages(Consumer<String> stages) {
    return new Progress(line -> {}, stages, Duration.ZERO);
  }

  /** Sets the stage of the run, e.g. {@code compiling}. */
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
