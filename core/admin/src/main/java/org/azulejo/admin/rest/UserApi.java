package org.azulejo.admin.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.access.User;
import org.azulejo.admin.desk.UserDesk;
import org.azulejo.admin.exchange.Answers;
import org.azulejo.admin.room.Call;
import org.azulejo.admin.room.Route;
import org.azulejo.web.WebAnswer;

/** Users. */
record UserApi(UserDesk desk) {
  private static final String NAME = "name";
  private static final String ROLE = "role";

  List<Route> routes() {
    return List.of(
        Route.of("GET", "api/users", Role.ADMIN, this::list),
        Route.of("POST", "api/users", Role.ADMIN, this::add),
        Route.of("DELETE", "api/users/{name}", Role.ADMIN, this::remove));
  }

  private WebAnswer list(Call call) {
    return Answers.json(200, Map.of("users", desk.all().stream().map(UserApi::document).toList()));
  }

  private static Map<String, Object> document(User user) {
    var map = new LinkedHashMap<String, Object>();
    map.put(NAME, user.name());
    map.put(ROLE, user.role().word());
    map.put("made", user.made().toString());
    return map;
  }

  private WebAnswer add(Call call) throws Exception {
    ObjectNode wish = call.object(NAME, ROLE);
    String name = wish.path(NAME).asText();
    String role = wish.path(ROLE).asText();
    String token = desk.add(call.visitor(), name, role);
    var document = new LinkedHashMap<String, Object>();
    document.put(NAME, name);
    document.put(ROLE, role);
    document.put("token", token);
    return Answers.json(201, document);
  }

  private WebAnswer remove(Call call) throws Exception {
    desk.remove(call.visitor(), call.name());
    return Answers.empty(204);
  }
}
