package org.azulejo.admin.room;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.azulejo.admin.access.Gate;
import org.azulejo.admin.access.Threshold;
import org.azulejo.admin.access.Visitor;
import org.azulejo.admin.audit.Audit;
import org.azulejo.admin.exchange.Answers;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.web.WebAnswer;
import org.azulejo.web.WebRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything below {@code /admin/}: looks at where a request comes from, at who sent it, at what
 * that user may do, and only then at what is asked for. Safe for many threads.
 */
public final class Room {
  public static final String PREFIX = "/admin/";
  private static final String API = "api/";
  private static final Logger log = LoggerFactory.getLogger(Room.class);

  private final Threshold threshold;
  private final Gate gate;
  private final Audit audit;
  private final ProblemPage page;
  private final List<Route> routes;

  /** Shows people what is wrong. */
  @FunctionalInterface
  public interface ProblemPage {
    /**
     * @param path below the console's
     */
    WebAnswer answer(Problem problem, String method, String path);
  }

  public Room(Threshold threshold, Gate gate, Audit audit, ProblemPage page, List<Route> routes) {
    this.threshold = threshold;
    this.gate = gate;
    this.audit = audit;
    this.page = page;
    this.routes = List.copyOf(routes);
  }

  public WebAnswer answer(WebRequest request) {
    return Protection.of(open(request));
  }

  private WebAnswer open(WebRequest request) {
    Visitor visitor = Visitor.unknown(request.peer());
    try {
      threshold.check(request);
    } catch (Problem e) {
      audit.refuse(visitor, what(request), e.getMessage());
      return Answers.plain(e.status(), e.getMessage());
    }
    String path = request.path().substring(PREFIX.length());
    Optional<Route> route = find(request.method(), path);
    try {
      if (route.isEmpty() || route.get().role().isPresent()) {
        visitor = gate.enter(request, route.map(Route::isUse).orElse(true));
      }
      return answer(request, visitor, path, route);
    } catch (Exception e) {
      return refuse(request, visitor, path, e);
    }
  }

  private WebAnswer answer(WebRequest request, Visitor visitor, String path, Optional<Route> route)
      throws Exception {
    if (route.isEmpty()) {
      throw unknown(path);
    }
    boolean mayNot = route.get().role().filter(role -> !visitor.may(role)).isPresent();
    if (mayNot) {
      throw new Problem(
          403,
          "This takes the role %s; yours is %s."
              .formatted(route.get().role().get().word(), visitor.role().word()));
    }
    var call = new Call(request, visitor, route.get().match(path).orElse(""));
    if (!request.method().equals("GET")) {
      checkChange(call, route.get());
    }
    return route.get().handler().answer(call);
  }

  /** A browser's change must come from a page of ours; a form says so in a field of its own. */
  private void checkChange(Call call, Route route) throws Problem {
    boolean isBrowser = call.visitor().session().isPresent() || route.role().isEmpty();
    if (isBrowser) {
      threshold.checkOrigin(call.request());
    }
    if (route.isApi()) {
      Route.checkForgery(call, call.request().header("x-csrf-token").orElse(""));
    }
  }

  private Optional<Route> find(String method, String path) {
    return routes.stream()
        .filter(route -> route.method().equals(method) && route.match(path).isPresent())
        .findFirst();
  }

  private Problem unknown(String path) {
    var methods = new TreeSet<String>();
    routes.stream()
        .filter(route -> route.match(path).isPresent())
        .forEach(route -> methods.add(route.method()));
    return methods.isEmpty()
        ? new Problem(404, "There is nothing at this address.")
        : new Problem(
            405,
            "Only %s is possible here.".formatted(String.join(", ", methods)),
            Map.of("Allow", String.join(", ", methods)));
  }

  private WebAnswer refuse(WebRequest request, Visitor visitor, String path, Exception e) {
    Problem problem = Problems.of(e);
    if (problem.status() == 500) {
      log.error("{} failed.", what(request), e);
    }
    // A browser that comes without a session is shown the way to the login; that is no attempt.
    boolean isFirstVisit =
        problem.status() == 401 && request.method().equals("GET") && !path.startsWith(API);
    if (problem.isRefusal() && !isFirstVisit) {
      audit.refuse(visitor, what(request), problem.getMessage());
    }
    WebAnswer answer =
        path.startsWith(API)
            ? Answers.json(problem.status(), Map.of("error", problem.getMessage()))
            : page.answer(problem, request.method(), path);
    for (Map.Entry<String, String> header : problem.headers().entrySet()) {
      answer = Answers.with(answer, header.getKey(), header.getValue());
    }
    return answer;
  }

  private static String what(WebRequest request) {
    return request.method() + " " + request.path();
  }
}
