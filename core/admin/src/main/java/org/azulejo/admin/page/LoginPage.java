package org.azulejo.admin.page;

import java.util.List;
import java.util.Map;
import org.azulejo.admin.access.Gate;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.audit.Audit;
import org.azulejo.admin.exchange.Answers;
import org.azulejo.admin.exchange.Form;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.admin.html.Frame;
import org.azulejo.admin.html.Pieces;
import org.azulejo.admin.html.Template;
import org.azulejo.admin.room.Call;
import org.azulejo.admin.room.Route;
import org.azulejo.web.WebAnswer;

/** Where a token becomes a session, and what is wrong is told. */
public final class LoginPage {
  private static final String COOKIE = "Set-Cookie";

  private final Template login = Template.named("login.html");
  private final Template problem = Template.named("problem.html");
  private final Gate gate;
  private final Audit audit;
  private final Frame frame;

  public LoginPage(Gate gate, Audit audit, Frame frame) {
    this.gate = gate;
    this.audit = audit;
    this.frame = frame;
  }

  List<Route> routes() {
    return List.of(
        Route.open("GET", "login", call -> page(200, "")),
        Route.open("POST", "login", this::logIn),
        Route.form("logout", Role.VIEWER, this::logOut));
  }

  private WebAnswer page(int status, String sentence) {
    String content = login.fill(Map.of("problem", Pieces.bad(sentence)));
    return Answers.html(status, frame.alone("", "Log in", content));
  }

  private WebAnswer logIn(Call call) throws Exception {
    String token = Form.readShort(call.request()).text("token").strip();
    String what = "log in";
    try {
      Gate.Entrance entrance = gate.logIn(call.request(), token);
      audit.watch(entrance.visitor(), what, entrance::cookie);
      return Answers.with(Answers.seeOther("./"), COOKIE, entrance.cookie());
    } catch (Problem e) {
      audit.refuse(call.visitor(), what, e.getMessage());
      WebAnswer answer = page(e.status(), e.getMessage());
      for (Map.Entry<String, String> header : e.headers().entrySet()) {
        answer = Answers.with(answer, header.getKey(), header.getValue());
      }
      return answer;
    }
  }

  private WebAnswer logOut(Call call, Form form) throws Exception {
    String cookie =
        audit.watch(call.visitor(), "log out", () -> gate.logOut(call.request(), call.visitor()));
    return Answers.with(Answers.seeOther("login"), COOKIE, cookie);
  }

  /**
   * What is wrong. Whoever only looks is sent to the login.
   *
   * @param path below the console's
   */
  public WebAnswer answer(Problem wrong, String method, String path) {
    String up = "../".repeat((int) path.chars().filter(c -> c == '/').count());
    if (wrong.status() == 401 && method.equals("GET")) {
      return Answers.seeOther(up + "login");
    }
    String sentence =
        wrong.status() == 401
            ? "Nothing is done, for your session has ended. Log in in another window, then reload"
                + " this page to send it once more."
            : wrong.getMessage();
    String content = problem.fill(Map.of("sentence", sentence, "up", up));
    return Answers.html(wrong.status(), frame.alone(up, "Not done", content));
  }
}
