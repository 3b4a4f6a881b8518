package org.azulejo.admin.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.exchange.Answers;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.admin.job.Job;
import org.azulejo.admin.job.Jobs;
import org.azulejo.admin.room.Call;
import org.azulejo.admin.room.Room;
import org.azulejo.admin.room.Route;
import org.azulejo.web.WebAnswer;

/** Jobs. */
record JobApi(Jobs jobs) {
  List<Route> routes() {
    return List.of(
        Route.polled("api/jobs", Role.VIEWER, this::list),
        Route.polled("api/jobs/{id}", Role.VIEWER, this::show));
  }

  private WebAnswer list(Call call) {
    return Answers.json(200, Map.of("jobs", jobs.all().stream().map(JobApi::document).toList()));
  }

  private WebAnswer show(Call call) throws Problem {
    return jobs.find(call.name())
        .map(job -> Answers.json(200, document(job)))
        .orElseThrow(
            () -> new Problem(404, "There is no such job; the last hundred are remembered."));
  }

  /** It will be done; look there for what has come of it. */
  static WebAnswer accepted(Job job) {
    return Answers.with(
        Answers.json(202, document(job)), "Location", Room.PREFIX + "api/jobs/" + job.id());
  }

  private static Map<String, Object> document(Job job) {
    Job.Standing standing = job.standing();
    var map = new LinkedHashMap<String, Object>();
    map.put("id", job.id());
    map.put("what", job.what());
    map.put("who", job.who());
    map.put("state", standing.state().word());
    map.put("steps", standing.steps());
    map.put("result", standing.result());
    map.put("made", standing.made().toString());
    standing.ended().ifPresent(ended -> map.put("ended", ended.toString()));
    return map;
  }
}
