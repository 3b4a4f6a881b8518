package org.azulejo.itest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Clients that ask for tiles without a pause, until they are closed. */
final class Load implements AutoCloseable {
  private final List<Thread> clients = new ArrayList<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
  private volatile boolean isOver;

  /** Adds a client. */
  Load client(Site server, String path, Predicate<Reply> isRight) {
    var client = new Thread(() -> run(server, path, isRight), "client of " + path);
    clients.add(client);
    client.start();
    return this;
  }

  private void run(Site server, String path, Predicate<Reply> isRight) {
    AtomicLong count = counts.computeIfAbsent(path, p -> new AtomicLong());
    while (!isOver) {
      try {
        Reply reply = server.get(path);
        count.incrementAndGet();
        if (!isRight.test(reply)) {
          failures.add(path + " " + reply.status() + " " + reply.text().lines().findFirst());
        }
      } catch (Exception e) {
        failures.add(path + " " + e);
      }
    }
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  /** How many answers the clients of a path have had. */
  long count(String path) {
    return counts.get(path).get();
  }

  @Override
  public void close() throws InterruptedException {
    isOver = true;
    for (Thread client : clients) {
      client.join();
    }
  }
}
