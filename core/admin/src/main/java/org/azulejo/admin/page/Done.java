package org.azulejo.admin.page;

import java.util.Map;
import org.azulejo.admin.html.Pieces;
import org.azulejo.admin.room.Call;

/** What has just been done; the page that follows a form says it. */
final class Done {
  private static final Map<String, String> SENTENCES =
      Map.of(
          "saved", "Saved. The server serves it so from now on.",
          "removed", "The layer is removed. Its cached tiles are left where they are.",
          "undone", "The last edit is undone.",
          "reloaded", "The configuration is read again.",
          "dismissed", "The user is removed, the token and all sessions with it.");

  private Done() {}

  /** Only what is known here is said, whatever the address holds. */
  static String notice(Call call) {
    return Pieces.good(SENTENCES.getOrDefault(call.parameter("done"), ""));
  }
}
