package org.azulejo.itest;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;

/** The shell of a server, with pipes to it. */
record Shell(Reader out, Writer in, String prompt) {
  /** Waits until it is there. */
  static Shell of(Reader out, Writer in, String prompt) throws IOException {
    var shell = new Shell(out, in, prompt);
    shell.untilPrompt();
    return shell;
  }

  /** Types a line; what the shell says to it. */
  String say(String line) throws IOException {
    type(line);
    return untilPrompt();
  }

  /** Types a line, whatever comes of it. */
  void type(String line) throws IOException {
    in.write(line + "\n");
    in.flush();
  }

  private String untilPrompt() throws IOException {
    var said = new StringBuilder();
    while (said.indexOf(prompt) < 0) {
      int character = out.read();
      if (character < 0) {
        throw new IOException("The shell ended after it said: " + said);
      }
      said.append((char) character);
    }
    return said.substring(0, said.length() - prompt.length());
  }
}
