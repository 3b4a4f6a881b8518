package org.azulejo.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BoundedBodyTest {
  /** A server that sends byte by byte would have us keep a buffer for each. */
  @Test
  void theBuffersThatABodyCameInAreNotKept() throws InterruptedException {
    BodySubscriber<byte[]> body = BoundedBody.of(10).apply(new Found());
    body.onSubscribe(new Endless());
    WeakReference<byte[]> buffer = receiveOneByteOfMany(body);
    while (buffer.get() != null) {
      System.gc();
      Thread.sleep(10);
    }
    body.onComplete();
    assertThat(body.getBody().toCompletableFuture().join()).containsExactly(7);
  }

  /** In a method of its own, so that no variable holds on to the buffer. */
  private static WeakReference<byte[]> receiveOneByteOfMany(BodySubscriber<byte[]> body) {
    byte[] bytes = new byte[1 << 14];
    bytes[5] = 7;
    body.onNext(List.of(ByteBuffer.wrap(bytes, 5, 1)));
    return new WeakReference<>(bytes);
  }

  private record Found() implements ResponseInfo {
    @Override
    public int statusCode() {
      return 200;
    }

    @Override
    public HttpHeaders headers() {
      return HttpHeaders.of(Map.of(), (name, value) -> true);
    }

    @Override
    public Version version() {
      return Version.HTTP_1_1;
    }
  }

  private record Endless() implements Subscription {
    @Override
    public void request(long count) {}

    @Override
    public void cancel() {}
  }
}
