package org.azulejo.admin.desk;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.azulejo.layer.Layers;
import org.azulejo.operation.ConfigurationFile.Text;

/** Waits, a moment at most, until the server has taken up what was written. */
record Edits(Layers layers, long patienceMillis) {

  /** Writes a text. */
  @FunctionalInterface
  interface Edit {
    Text run() throws Exception;
  }

  /** So that whoever looks next sees what has come of the edit. */
  Text settle(String before, Edit edit) throws Exception {
    var taken = new CountDownLatch(1);
    try (Layers.Subscription changes = layers.onChange(taken::countDown)) {
      Text text = edit.run();
      if (!text.fingerprint().equals(before)) {
        taken.await(patienceMillis, TimeUnit.MILLISECONDS);
      }
      return text;
    }
  }
}
