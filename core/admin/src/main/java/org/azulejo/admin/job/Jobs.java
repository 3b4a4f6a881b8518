package org.azulejo.admin.job;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.azulejo.admin.access.Tokens;
import org.azulejo.admin.access.Visitor;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.operation.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does jobs one after another, on a thread that is there while there is something to do. Remembers
 * the last {@value #MOST_KEPT}. Safe for many threads.
 */
public final class Jobs implements AutoCloseable {
  static final int MOST_QUEUED = 8;
  static final int MOST_KEPT = 100;
  private static final int ID_LENGTH = 16;
  private static final long PATIENCE_SECONDS = 5;
  private static final Logger log = LoggerFactory.getLogger(Jobs.class);

  private final Tokens tokens;
  private final InstantSource clock;
  private final Deque<Job> jobs = new ArrayDeque<>();
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_QUEUED), Jobs::thread);

  public Jobs(Tokens tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
    worker.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable run) {
    var thread = new Thread(run, "azulejo-admin");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Begins a job, or gives the one that was begun by the same request before.
   *
   * @param work that is closed in any case
   * @throws Problem 503 if too many are waiting, 422 if the key was used for another request
   */
  public Job start(String what, Visitor by, Optional<Job.Key> key, Work work) throws Problem {
    boolean isTaken = false;
    try {
      synchronized (jobs) {
        Optional<Job> known = key.isPresent() ? known(key.get()) : Optional.empty();
        if (known.isPresent()) {
          return known.get();
        }
        var job = new Job(id(), what, by.name(), key, clock.instant());
        worker.execute(new Run(job, work));
        isTaken = true;
        jobs.addFirst(job);
        forget();
        return job;
      }
    } catch (RejectedExecutionException e) {
      throw new Problem(
          503,
          "There are %d jobs waiting already; try again later.".formatted(MOST_QUEUED),
          Map.of("Retry-After", "5"));
    } finally {
      if (!isTaken) {
        close(work);
      }
    }
  }

  private String id() {
    return Tokens.digest(tokens.next()).substring(0, ID_LENGTH);
  }

  /**
   * The job that was begun by this request before.
   *
   * @throws Problem 422 if the key was used for another request
   */
  private Optional<Job> known(Job.Key key) throws Problem {
    Optional<Job> known =
        jobs.stream().filter(job -> job.key().filter(key::isSameText).isPresent()).findFirst();
    if (known.isPresent() && !known.get().key().equals(Optional.of(key))) {
      throw new Problem(422, "This Idempotency-Key was used for another request.");
    }
    return known;
  }

  /** Only those that have ended: those that are waiting are few anyway. */
  private void forget() {
    while (jobs.size() > MOST_KEPT && jobs.peekLast().standing().state().isEnd()) {
      jobs.removeLast();
    }
  }

  public Optional<Job> find(String id) {
    return all().stream().filter(job -> job.id().equals(id)).findFirst();
  }

  /** The latest first. */
  public List<Job> all() {
    synchronized (jobs) {
      return Collections.unmodifiableList(new ArrayList<>(jobs));
    }
  }

  /**
   * Ends the thread. What waits is not done any more; what is being done is given a few seconds,
   * unless it is what ends us: an update of this very bundle.
   */
  @Override
  public void close() {
    List<Runnable> waiting = new ArrayList<>();
    worker.getQueue().drainTo(waiting);
    worker.shutdown();
    waiting.forEach(run -> ((Run) run).drop());
    try {
      if (!Thread.currentThread().getName().equals("azulejo-admin")
          && !worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private static void close(Work work) {
    try {
      work.close();
    } catch (Exception e) {
      log.warn("What a job used could not be closed.", e);
    }
  }

  private final class Run implements Runnable {
    private final Job job;
    private final Work work;

    Run(Job job, Work work) {
      this.job = job;
      this.work = work;
    }

    @Override
    public void run() {
      job.begin();
      try {
        end(Job.State.DONE, work.run(job::step));
      } catch (RefusedException | Problem e) {
        end(Job.State.FAILED, e.getMessage());
      } catch (Exception | LinkageError e) {
        log.error("The job \"{}\" failed.", job.what(), e);
        end(Job.State.FAILED, "It failed: %s; the log says more.".formatted(e));
      } finally {
        close(work);
      }
    }

    void drop() {
      end(Job.State.FAILED, "The console ended before it was begun.");
      close(work);
    }

    private void end(Job.State state, String result) {
      job.end(state, result, clock.instant());
    }
  }
}
