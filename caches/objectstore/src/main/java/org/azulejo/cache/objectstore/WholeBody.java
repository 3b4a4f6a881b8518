package org.azulejo.cache.objectstore;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer as long as it says, in a memory that has bounds. A value that tells no
 * length and is not chunked ends with the connection, however that ends: it counts as cut off,
 * unless nothing came, which is no tile anyway.
 */
final class WholeBody implements BodySubscriber<byte[]> {
  private static final int MOST = 96 << 20;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final boolean tellsItsEnd;
  private @Nullable Subscription subscription;

  WholeBody(ResponseInfo head) {
    this.tellsItsEnd =
        head.statusCode() != 200
            || head.headers().firstValue("Content-Length").isPresent()
            || head.headers().firstValue("Transfer-Encoding").isPresent();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (kept.size() + (long) buffer.remaining() > MOST) {
        refuse();
        return;
      }
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      kept.writeBytes(bytes);
    }
  }

  private void refuse() {
    if (subscription != null) {
      subscription.cancel();
    }
    body.completeExceptionally(new TooLargeException(MOST));
  }

  @Override
  public void onError(Throwable problem) {
    body.completeExceptionally(problem);
  }

  @Override
  public void onComplete() {
    if (tellsItsEnd || kept.size() == 0) {
      body.complete(kept.toByteArray());
    } else {
      body.completeExceptionally(new EOFException("The answer does not tell its end."));
    }
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }
}
