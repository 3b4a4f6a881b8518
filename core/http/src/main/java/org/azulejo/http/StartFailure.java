package org.azulejo.http;

import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/** The server cannot start; the message is a sentence for the person who can change that. */
final class StartFailure extends IOException {
  StartFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  StartFailure(String sentence) {
    super(sentence);
  }

  /** Why nobody can listen at a port. */
  static StartFailure listening(String host, int port, Throwable cause) {
    Throwable first = cause.getCause() == null ? cause : cause.getCause();
    return new StartFailure(sentence(host, host + ":" + port, first), cause);
  }

  private static String sentence(String host, String where, Throwable problem) {
    String message = String.valueOf(problem.getMessage());
    boolean refused = problem instanceof BindException;
    if (problem instanceof UnresolvedAddressException
        || problem instanceof UnknownHostException
        || refused && message.contains("assign")) {
      return "This machine has no address \"%s\" to listen at.".formatted(host);
    } else if (refused && message.contains("in use")) {
      return "Another program listens at %s already.".formatted(where);
    } else if (problem instanceof SocketException && message.contains("ermission")) {
      return "This user may not listen at %s; ports below 1024 are for privileged ones."
          .formatted(where);
    }
    return "The server cannot listen at %s: %s.".formatted(where, message);
  }
}
