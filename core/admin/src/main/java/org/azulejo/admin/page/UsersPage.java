package org.azulejo.admin.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.access.User;
import org.azulejo.admin.access.Visitor;
import org.azulejo.admin.desk.UserDesk;
import org.azulejo.admin.exchange.Answers;
import org.azulejo.admin.exchange.Form;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.admin.html.Frame;
import org.azulejo.admin.html.Pieces;
import org.azulejo.admin.html.Template;
import org.azulejo.admin.room.Call;
import org.azulejo.admin.room.Route;
import org.azulejo.web.WebAnswer;

/** The users, and their coming and going. */
final class UsersPage {
  private final Template page = Template.named("users.html");
  private final Template row = Template.named("users-user.html");
  private final Template welcome = Template.named("users-token.html");
  private final UserDesk desk;
  private final Frame frame;

  UsersPage(UserDesk desk, Frame frame) {
    this.desk = desk;
    this.frame = frame;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "users", Role.ADMIN, call -> page(call, 200, Done.notice(call))),
        Route.form("users", Role.ADMIN, this::add),
        Route.form("dismiss", Role.ADMIN, this::remove));
  }

  private WebAnswer add(Call call, Form form) throws Exception {
    try {
      String name = form.text("name").strip();
      String token = desk.add(call.visitor(), name, form.text("role"));
      return page(call, 201, welcome.fill(Map.of("name", name, "token", token)));
    } catch (Problem e) {
      return page(call, e.status(), Pieces.bad(e.getMessage()));
    }
  }

  private WebAnswer remove(Call call, Form form) throws Exception {
    try {
      desk.remove(call.visitor(), form.text("name"));
      return Answers.seeOther("users?done=dismissed");
    } catch (Problem e) {
      return page(call, e.status(), Pieces.bad(e.getMessage()));
    }
  }

  private WebAnswer page(Call call, int status, String notice) {
    String roles =
        Arrays.stream(Role.values())
            .map(role -> Pieces.option(role.word(), role.word(), role == Role.VIEWER))
            .collect(Collectors.joining());
    String content =
        page.fill(
            Map.of(
                "notice",
                notice,
                "csrf",
                call.visitor().csrf(),
                "roles",
                roles,
                "users",
                desk.all().stream()
                    .map(user -> row(call.visitor(), user))
                    .collect(Collectors.joining())));
    return Answers.html(status, frame.of(call.visitor(), Frame.Place.USERS, "Users", content));
  }

  private String row(Visitor visitor, User user) {
    return row.fill(
        Map.of(
            "csrf", visitor.csrf(),
            "name", user.name(),
            "role", user.role().word(),
            "made", Pieces.time(user.made())));
  }
}
