package org.azulejo.admin.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.audit.Audit;
import org.azulejo.admin.exchange.Answers;
import org.azulejo.admin.html.Frame;
import org.azulejo.admin.html.Pieces;
import org.azulejo.admin.html.Template;
import org.azulejo.admin.room.Call;
import org.azulejo.admin.room.Route;
import org.azulejo.operation.AuditTrail.Entry;
import org.azulejo.web.WebAnswer;

/** What was done and what was refused. */
final class AuditPage {
  private final Template page = Template.named("audit.html");
  private final Template row = Template.named("audit-entry.html");
  private final Audit audit;
  private final Frame frame;

  AuditPage(Audit audit, Frame frame) {
    this.audit = audit;
    this.frame = frame;
  }

  List<Route> routes() {
    return List.of(Route.of("GET", "audit", Role.OPERATOR, this::show));
  }

  private WebAnswer show(Call call) {
    String rows = audit.entries().stream().map(this::row).collect(Collectors.joining());
    String content = page.fill(Map.of("entries", rows));
    return Answers.html(200, frame.of(call.visitor(), Frame.Place.AUDIT, "Audit", content));
  }

  private String row(Entry entry) {
    return row.fill(
        Map.of(
            "kind", entry.isDone() ? "done" : "refused",
            "when", Pieces.time(entry.when()),
            "who", who(entry),
            "what", entry.what(),
            "from", entry.from(),
            "result", entry.result()));
  }

  private static String who(Entry entry) {
    if (entry.who().equals("-")) {
      return "unknown";
    }
    return entry.role().isEmpty() ? entry.who() : entry.who() + " (" + entry.role() + ")";
  }
}
