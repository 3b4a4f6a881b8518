package org.azulejo.shell;

import java.util.ArrayList;
import java.util.List;

/** Rows of texts, in columns as wide as the widest of them. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... heads) {
    rows.add(List.of(heads));
  }

  void row(Object... cells) {
    rows.add(List.of(cells).stream().map(Table::plain).toList());
  }

  /** Names come from configurations: none may steer the terminal. */
  static String plain(Object cell) {
    return String.valueOf(cell).replaceAll("\\p{Cntrl}+", " ");
  }

  @Override
  public String toString() {
    int[] widths = new int[rows.get(0).size()];
    rows.forEach(row -> widen(widths, row));
    var text = new StringBuilder();
    rows.forEach(row -> text.append(line(widths, row)).append('\n'));
    return text.toString();
  }

  private static void widen(int[] widths, List<String> row) {
    for (int column = 0; column < widths.length; column++) {
      widths[column] = Math.max(widths[column], row.get(column).length());
    }
  }

  private static String line(int[] widths, List<String> row) {
    var line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      line.append(row.get(column));
      line.append(" ".repeat(widths[column] - row.get(column).length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
