package org.azulejo.provider.sandwich;

import java.util.ArrayList;
import java.util.List;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.Options;

/** The adjustments of one entry: a list of {@code [name, [arguments]]}. */
final class AdjustmentReader {
  private static final String KEY = "adjustments";

  private final Options entry;

  AdjustmentReader(Options entry) {
    this.entry = entry;
  }

  List<Adjustment> read() {
    var adjustments = new ArrayList<Adjustment>();
    for (Object element : list(entry.value(KEY).orElse(List.of()))) {
      List<?> pair = list(element);
      if (pair.size() != 2) {
        throw problem("a name and a list of arguments", pair);
      }
      adjustments.add(adjustment(pair.get(0).toString(), list(pair.get(1))));
    }
    return adjustments;
  }

  private Adjustment adjustment(String name, List<?> arguments) {
    return switch (name) {
      case "threshold" -> threshold(arguments);
      case "curves" -> curves(arguments);
      case "curves2" -> curves2(arguments);
      default -> throw problem("\"threshold\", \"curves\" or \"curves2\"", name);
    };
  }

  private Adjustment threshold(List<?> arguments) {
    List<?> channels = channels(arguments);
    return new Threshold(
        (float) number(channels.get(0)) / 255,
        (float) number(channels.get(1)) / 255,
        (float) number(channels.get(2)) / 255);
  }

  private Adjustment curves(List<?> arguments) {
    expectThree(arguments);
    Curve curve =
        curve(
            List.of(
                List.of(arguments.get(0), 0.0),
                List.of(arguments.get(1), 127.5),
                List.of(arguments.get(2), 255.0)));
    return new Curves(curve, curve, curve);
  }

  private Adjustment curves2(List<?> arguments) {
    List<Curve> curves = channels(arguments).stream().map(this::curve).toList();
    return new Curves(curves.get(0), curves.get(1), curves.get(2));
  }

  /** One for each channel; the first for all, unless both others are given. */
  private List<?> channels(List<?> arguments) {
    if (arguments.isEmpty() || arguments.size() > 3) {
      throw problem("one argument or three", arguments);
    }
    Object first = arguments.get(0);
    return arguments.size() == 3 ? arguments : List.of(first, first, first);
  }

  private Curve curve(Object pairs) {
    List<?> points = list(pairs);
    expectThree(points);
    double[] from = new double[3];
    double[] to = new double[3];
    for (int i = 0; i < 3; i++) {
      List<?> point = list(points.get(i));
      if (point.size() != 2) {
        throw problem("a pair of numbers", point);
      }
      from[i] = number(point.get(0)) / 255;
      to[i] = number(point.get(1)) / 255;
    }
    if (from[0] == from[1] || from[1] == from[2] || from[0] == from[2]) {
      throw problem("three different places", pairs);
    }
    return Curve.through(from, to);
  }

  private void expectThree(List<?> arguments) {
    if (arguments.size() != 3) {
      throw problem("three arguments", arguments);
    }
  }

  private List<?> list(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw problem("a list", value);
  }

  private double number(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw problem("a number", value);
  }

  private ConfigurationException problem(String expected, Object found) {
    return entry.problem(KEY, "expected %s, found %s.".formatted(expected, found));
  }
}
