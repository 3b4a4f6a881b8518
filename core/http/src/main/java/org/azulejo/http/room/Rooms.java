package org.azulejo.http.room;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.azulejo.web.WebAnswer;
import org.azulejo.web.WebRoom;

/** The rooms that are there now. Readers never lock. */
public final class Rooms {
  private volatile List<Room> rooms = List.of();

  /**
   * @param prefix as the service says; a room whose prefix does not start and end with a slash is
   *     never found
   */
  public synchronized void add(WebRoom room, String prefix) {
    if (prefix.length() > 1 && prefix.startsWith("/") && prefix.endsWith("/")) {
      rooms =
          Stream.concat(rooms.stream(), Stream.of(new Room(prefix, room)))
              .sorted(Comparator.comparingInt((Room known) -> known.prefix.length()).reversed())
              .toList();
    }
  }

  public synchronized void remove(WebRoom room) {
    rooms = rooms.stream().filter(known -> known.room != room).toList();
  }

  /**
   * The room that answers below this path; the longest prefix counts. Whoever forgets the slash at
   * its end is sent there.
   */
  public Optional<WebRoom> find(String path) {
    for (Room known : rooms) {
      if (path.startsWith(known.prefix)) {
        return Optional.of(known.room);
      } else if (path.length() == known.prefix.length() - 1 && known.prefix.startsWith(path)) {
        return Optional.of(request -> WebAnswer.seeOther(known.prefix));
      }
    }
    return Optional.empty();
  }

  private record Room(String prefix, WebRoom room) {}
}
