package org.azulejo.cache.s3server;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands before a server and lets one request through at a time. S3Proxy looks whether a condition
 * holds, and then writes; stores such as Amazon's do both in one step.
 */
public final class OneAtATime implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int port;

  public OneAtATime(S3Server server) throws IOException {
    this.port = server.address().getPort();
    var thread = new Thread(this::serve, "one at a time");
    thread.setDaemon(true);
    thread.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket client = door.accept();
          Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
        InputStream in = client.getInputStream();
        String head = head(in);
        String closing = head.replaceFirst("\r\n", "\r\nConnection: close\r\n");
        server.getOutputStream().write(closing.getBytes(StandardCharsets.ISO_8859_1));
        Matcher length = LENGTH.matcher(head);
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        server.getOutputStream().write(body);
        server.getInputStream().transferTo(client.getOutputStream());
      } catch (IOException e) {
        // That request is broken off.
      }
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException();
      }
      head.write(next);
      text = next == '\n' ? head.toString(StandardCharsets.ISO_8859_1) : "";
    }
    return text;
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
