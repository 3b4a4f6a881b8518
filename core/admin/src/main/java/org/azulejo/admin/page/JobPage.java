package org.azulejo.admin.page;

import java.util.LinkedHashMap;
import java.util.List;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.exchange.Answers;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.admin.html.Frame;
import org.azulejo.admin.html.Pieces;
import org.azulejo.admin.html.Template;
import org.azulejo.admin.job.Job;
import org.azulejo.admin.job.Jobs;
import org.azulejo.admin.room.Call;
import org.azulejo.admin.room.Route;
import org.azulejo.web.WebAnswer;

/** How far a job is. Comes again by itself until it has ended. */
final class JobPage {
  private final Template page = Template.named("job.html");
  private final Jobs jobs;
  private final Frame frame;

  JobPage(Jobs jobs, Frame frame) {
    this.jobs = jobs;
    this.frame = frame;
  }

  List<Route> routes() {
    return List.of(Route.polled("job", Role.VIEWER, this::show));
  }

  private WebAnswer show(Call call) throws Problem {
    Job job =
        jobs.find(call.parameter("id"))
            .orElseThrow(() -> new Problem(404, "There is no such job."));
    Job.Standing standing = job.standing();
    var fillings = new LinkedHashMap<String, String>();
    fillings.put("what", job.what());
    fillings.put("state", standing.state().word());
    fillings.put("steps", Pieces.list("steps", standing.steps()));
    fillings.put("result", result(standing));
    WebAnswer answer =
        Answers.html(
            200, frame.of(call.visitor(), Frame.Place.PLUGINS, job.what(), page.fill(fillings)));
    return standing.state().isEnd() ? answer : Answers.with(answer, "Refresh", "1");
  }

  private static String result(Job.Standing standing) {
    return standing.state() == Job.State.FAILED
        ? Pieces.bad(standing.result())
        : Pieces.good(standing.result());
  }
}
