package org.azulejo.http;

import java.net.BindException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/** Says why the server cannot listen, for the person who can change that. */
final class StartFailure {
  private StartFailure() {}

  static String sentence(Settings settings, Throwable problem) {
    String where = settings.host() + ":" + settings.port();
    String message = String.valueOf(problem.getMessage());
    if (problem instanceof UnresolvedAddressException || problem instanceof UnknownHostException) {
      return noAddress(settings);
    } else if (problem instanceof BindException && message.contains("assign")) {
      return noAddress(settings);
    } else if (problem instanceof BindException && message.contains("in use")) {
      return "Another program listens at %s already.".formatted(where);
    } else if (problem instanceof SocketException && message.contains("ermission")) {
      return "This user may not listen at %s; ports below 1024 are for privileged ones."
          .formatted(where);
    } else if (problem.getCause() != null) {
      return sentence(settings, problem.getCause());
    }
    return "The server cannot listen at %s: %s.".formatted(where, message);
  }

  private static String noAddress(Settings settings) {
    return "This machine has no address \"%s\" to listen at.".formatted(settings.host());
  }
}
