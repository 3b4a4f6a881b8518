package org.azulejo.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {
  /** Jetty ends an answer twice, now and then, if nobody but itself writes the end of it. */
  @ParameterizedTest
  @ValueSource(ints = {204, 304, 404})
  void theEndOfAnAnswerWithoutABodyIsWrittenToo(int status) throws Exception {
    List<Boolean> written = new CopyOnWriteArrayList<>();
    var server = new Server();
    var connector = new LocalConnector(server);
    server.addConnector(connector);
    server.setHandler(new Answering(status, written));
    server.start();
    try {
      String answer = connector.getResponse("GET / HTTP/1.1\r\nHost: test\r\n\r\n");

      assertThat(answer).startsWith("HTTP/1.1 " + status).endsWith("\r\n\r\n");
      assertThat(written).containsExactly(true);
    } finally {
      server.stop();
    }
  }

  /** Keeps in mind, for each write, whether it was to be the last. */
  private static final class Answering extends Handler.Abstract.NonBlocking {
    private final int status;
    private final List<Boolean> written;

    Answering(int status, List<Boolean> written) {
      this.status = status;
      this.written = written;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      var watched =
          new Response.Wrapper(request, response) {
            @Override
            public void write(boolean last, ByteBuffer content, Callback done) {
              written.add(last);
              super.write(last, content, done);
            }
          };
      new Exchange(request, watched, callback).send(status);
      return true;
    }
  }
}
