package org.azulejo.upstream;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.azulejo.api.UpstreamException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the body of an answer, but breaks off as soon as it is larger than a limit. Bytes are
 * copied as they come: the buffers of an answer in very small chunks take many times its length.
 */
final class BoundedBody implements BodySubscriber<byte[]> {
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final long most;
  private final long announced;
  private @Nullable Subscription subscription;

  private BoundedBody(long most, long announced) {
    this.most = most;
    this.announced = announced;
  }

  /** Bodies of answers with a status other than 200 are not kept. */
  static BodyHandler<byte[]> of(int most) {
    return answer ->
        answer.statusCode() == 200 ? new BoundedBody(most, announced(answer)) : new IgnoredBody();
  }

  private static long announced(ResponseInfo answer) {
    // Not firstValueAsLong: that throws for what is no number.
    return answer
        .headers()
        .firstValue("Content-Length")
        .filter(length -> length.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .orElse(0L);
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
    refuseBeyond(announced);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (!refuseBeyond((long) kept.size() + buffer.remaining())) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        kept.writeBytes(bytes);
      }
    }
  }

  private boolean refuseBeyond(long bytes) {
    if (bytes <= most) {
      return false;
    }
    if (subscription != null) {
      subscription.cancel();
    }
    body.completeExceptionally(
        new UpstreamException("The upstream server sent more than %d bytes.".formatted(most)));
    return true;
  }

  @Override
  public void onError(Throwable problem) {
    body.completeExceptionally(problem);
  }

  @Override
  public void onComplete() {
    body.complete(kept.toByteArray());
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }
}
