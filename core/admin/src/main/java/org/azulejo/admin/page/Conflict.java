package org.azulejo.admin.page;

import java.util.Map;
import org.azulejo.admin.html.Template;

/** Says that somebody else has changed what is being edited, and shows what it is now. */
final class Conflict {
  private static final Template NOTICE = Template.named("conflict.html");

  private Conflict() {}

  static String notice(Exception conflict, String now) {
    return NOTICE.fill(Map.of("sentence", String.valueOf(conflict.getMessage()), "now", now));
  }
}
