package org.azulejo.admin.room;

import java.util.Optional;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.exchange.Form;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.web.WebAnswer;

/**
 * Which requests are answered how.
 *
 * @param path below the room's; {@code {name}} at its end stands for anything, slashes too
 * @param role that is needed; empty if anybody may
 * @param isUse whether asking keeps a session from ending idle: what pages ask for by themselves,
 *     again and again, does not
 */
public record Route(
    String method, String path, Optional<Role> role, boolean isUse, Handler handler) {
  private static final String API = "api/";

  /** Answers a request. */
  @FunctionalInterface
  public interface Handler {
    WebAnswer answer(Call call) throws Exception;
  }

  /** Answers a form that was sent by a page of ours. */
  @FunctionalInterface
  public interface FormHandler {
    WebAnswer answer(Call call, Form form) throws Exception;
  }

  public static Route of(String method, String path, Role role, Handler handler) {
    return new Route(method, path, Optional.of(role), true, handler);
  }

  /** Of what pages ask for by themselves. */
  public static Route polled(String path, Role role, Handler handler) {
    return new Route("GET", path, Optional.of(role), false, handler);
  }

  /** For anybody. */
  public static Route open(String method, String path, Handler handler) {
    return new Route(method, path, Optional.empty(), true, handler);
  }

  /** For a form, which must carry the session's token. */
  public static Route form(String path, Role role, FormHandler handler) {
    return of(
        "POST",
        path,
        role,
        call -> {
          Form form = Form.read(call.request());
          checkForgery(call, form.text("csrf"));
          return handler.answer(call, form);
        });
  }

  /**
   * @throws Problem 403 if there is a session and this is not its token
   */
  static void checkForgery(Call call, String token) throws Problem {
    if (!call.visitor().session().map(session -> session.holds(token)).orElse(true)) {
      throw new Problem(403, "This was not sent by a page of the console, and nothing is done.");
    }
  }

  boolean isApi() {
    return path.startsWith(API);
  }

  /** What stands in the gap, or nothing if there is none; empty if the path is another. */
  Optional<String> match(String asked) {
    int gap = path.indexOf('{');
    if (gap < 0) {
      return path.equals(asked) ? Optional.of("") : Optional.empty();
    }
    boolean isOurs = asked.length() > gap && asked.startsWith(path.substring(0, gap));
    return isOurs ? Optional.of(asked.substring(gap)) : Optional.empty();
  }
}
